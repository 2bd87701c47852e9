# actlas_joined(TARGET)
# Sources take longer to read their headers than for the rest, so ACTLAS_UNITY_BUILD compiles twenty of the target's at a time.
function(actlas_joined target)
  set_target_properties(${target} PROPERTIES UNITY_BUILD ${ACTLAS_UNITY_BUILD} UNITY_BUILD_BATCH_SIZE 20)
endfunction()

# actlas_module(NAME [DEPENDS module...] [LIBRARIES target...])
# One folder of src/ is one static library, actlas_NAME. DEPENDS names the folders it may include, so that a
# forbidden include fails to link or is at least visible in that folder's CMakeLists.txt.
function(actlas_module name)
  cmake_parse_arguments(ARG "" "" "DEPENDS;LIBRARIES" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  add_library(actlas_${name} STATIC ${sources})
  actlas_joined(actlas_${name})
  target_include_directories(actlas_${name} PUBLIC ${PROJECT_SOURCE_DIR}/src)
  target_link_libraries(actlas_${name} PRIVATE actlas_options PUBLIC fmt::fmt ${ARG_LIBRARIES})
  foreach(dependency IN LISTS ARG_DEPENDS)
    target_link_libraries(actlas_${name} PUBLIC actlas_${dependency})
  endforeach()
endfunction()
