# Every library comes from the system's packages (Debian 12, vcpkg, Homebrew); nothing is fetched.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(fmt REQUIRED)
find_package(tomlplusplus REQUIRED)
find_package(CLI11 REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(Boost 1.74 REQUIRED)
find_package(Eigen3 3.4 REQUIRED NO_MODULE)

pkg_check_modules(CAIRO REQUIRED IMPORTED_TARGET cairo>=1.16 cairo-pdf cairo-svg cairo-ft)
pkg_check_modules(PANGO REQUIRED IMPORTED_TARGET pangocairo>=1.50 pangoft2)
pkg_check_modules(HARFBUZZ REQUIRED IMPORTED_TARGET harfbuzz>=3.0)
pkg_check_modules(FONTCONFIG REQUIRED IMPORTED_TARGET fontconfig)
pkg_check_modules(NETTLE REQUIRED IMPORTED_TARGET nettle>=3)
pkg_check_modules(DEFLATE REQUIRED IMPORTED_TARGET libdeflate)
pkg_check_modules(CMARK_GFM REQUIRED IMPORTED_TARGET libcmark-gfm)

# Debian's cmark-gfm ships a pkg-config file for the core library only.
find_library(CMARK_GFM_EXTENSIONS_LIBRARY cmark-gfm-extensions REQUIRED)
# Header only, without a config file of its own.
find_path(MUSTACHE_INCLUDE_DIR kainjow/mustache.hpp REQUIRED)
find_path(DTL_INCLUDE_DIR dtl/dtl.hpp REQUIRED)

if(BUILD_TESTING)
  find_package(Catch2 REQUIRED) # version 2 or 3; tests/support/catch.hpp hides the difference
  pkg_check_modules(SPNG REQUIRED IMPORTED_TARGET spng)
endif()
