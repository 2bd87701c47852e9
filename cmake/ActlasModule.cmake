# actlas_module(NAME [UNITY] [DEPENDS module...] [LIBRARIES target...])
# One folder of src/ is one static library, actlas_NAME. DEPENDS names the folders it may include, so that a
# forbidden include fails to link or is at least visible in that folder's CMakeLists.txt.
# UNITY: its sources take longer to read their headers than for the rest, so ACTLAS_UNITY_BUILD joins them.
function(actlas_module name)
  cmake_parse_arguments(ARG "UNITY" "" "DEPENDS;LIBRARIES" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  add_library(actlas_${name} STATIC ${sources})
  if(ARG_UNITY)
    set_target_properties(actlas_${name} PROPERTIES UNITY_BUILD ${ACTLAS_UNITY_BUILD} UNITY_BUILD_BATCH_SIZE 10)
  endif()
  target_include_directories(actlas_${name} PUBLIC ${PROJECT_SOURCE_DIR}/src)
  target_link_libraries(actlas_${name} PRIVATE actlas_options PUBLIC fmt::fmt ${ARG_LIBRARIES})
  foreach(dependency IN LISTS ARG_DEPENDS)
    target_link_libraries(actlas_${name} PUBLIC actlas_${dependency})
  endforeach()
endfunction()
