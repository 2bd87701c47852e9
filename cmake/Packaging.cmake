# What `cmake --install` puts in place beside the program, and the .deb that `cpack -G DEB` makes of it.
# The manual page and the completions are printed by the program itself.
set(from_program)
function(actlas_printed file)
  set(output ${PROJECT_BINARY_DIR}/share/${file})
  add_custom_command(OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} "-DPROGRAM=$<TARGET_FILE:actlas>" "-DARGUMENTS=${ARGN}" "-DOUTPUT=${output}"
            -P ${PROJECT_SOURCE_DIR}/cmake/print.cmake
    DEPENDS actlas ${PROJECT_SOURCE_DIR}/cmake/print.cmake VERBATIM)
  set(from_program ${from_program} ${output} PARENT_SCOPE)
endfunction()
actlas_printed(actlas.1 man)
actlas_printed(actlas.bash completion bash)
actlas_printed(actlas.fish completion fish)
actlas_printed(_actlas completion zsh)
add_custom_target(actlas_share ALL DEPENDS ${from_program})

install(FILES ${PROJECT_BINARY_DIR}/share/actlas.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${PROJECT_BINARY_DIR}/share/actlas.bash
  DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME actlas)
install(FILES ${PROJECT_BINARY_DIR}/share/actlas.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
install(FILES ${PROJECT_BINARY_DIR}/share/_actlas DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
# Catalogue, templates, themes and texts are compiled into the program; these are for people to read and copy.
install(FILES README.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES config/default.toml config/gallery.toml config/kinds.toml config/seed.toml config/single.toml
  config/slides.toml DESTINATION ${CMAKE_INSTALL_DOCDIR}/examples)

set(CPACK_PACKAGE_VENDOR "the actlas authors")
set(CPACK_PACKAGE_CONTACT "the actlas authors <actlas@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "activation-function atlas: annotated figures and bilingual reports")
set(CPACK_PACKAGE_DESCRIPTION
  "Reads one TOML file, computes every neural-network activation function\nnamed there, draws annotated plots and writes a report in Markdown and\nHTML, in Chinese and English, on what each function is, how it behaves\nand where it fails.")
set(CPACK_GENERATOR DEB)
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
# Libraries are found by dpkg-shlibdeps; the fonts that figures are set in are opened by name.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "fonts-inter, fonts-noto-cjk, fonts-stix")
set(CPACK_PRE_BUILD_SCRIPTS ${PROJECT_SOURCE_DIR}/cmake/debian_layout.cmake)
include(CPack)
