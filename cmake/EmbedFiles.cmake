# actlas_embed(TARGET VARIABLE ROOT file...)
# Compiles the given text files (paths relative to ROOT) into TARGET as one table,
#   extern const std::span<const actlas::EmbeddedFile> VARIABLE;  in namespace actlas::embedded
# so that the binary runs without its source tree. The table is sorted by path.
function(actlas_embed target variable root)
  set(output ${CMAKE_CURRENT_BINARY_DIR}/embedded_${variable}.cpp)
  set(inputs ${ARGN})
  list(SORT inputs)
  set(absolute)
  foreach(file IN LISTS inputs)
    list(APPEND absolute ${root}/${file})
  endforeach()
  string(REPLACE ";" "|" joined "${inputs}")
  add_custom_command(
    OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} -DOUTPUT=${output} -DVARIABLE=${variable} -DROOT=${root} "-DFILES=${joined}"
            -P ${PROJECT_SOURCE_DIR}/cmake/embed.cmake
    DEPENDS ${absolute} ${PROJECT_SOURCE_DIR}/cmake/embed.cmake
    VERBATIM)
  target_sources(${target} PRIVATE ${output})
  # Standard C++ promises only 65,536 characters a literal; every compiler we support takes far more.
  set_source_files_properties(${output} PROPERTIES COMPILE_OPTIONS -Wno-overlength-strings)
endfunction()
