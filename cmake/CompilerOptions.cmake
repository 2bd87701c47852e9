# Compile options shared by every target of ours, kept off third-party headers.
add_library(actlas_options INTERFACE)
target_compile_options(actlas_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast
  -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-align -Wformat=2
  # Results must not depend on which products the compiler fuses, nor on reassociation.
  -ffp-contract=off -fno-fast-math)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # GCC 12 reports std::string's and std::optional's own moves under optimisation (GCC bugs 105651 and 80635).
  target_compile_options(actlas_options INTERFACE -Wduplicated-cond -Wlogical-op -Wno-restrict -Wno-maybe-uninitialized)
endif()
if(ACTLAS_UNITY_BUILD AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # Sources of one unit see each other's names, and included ones look like headers: a source may keep a class to
  # itself, and a local name may be another source's own.
  target_compile_options(actlas_options INTERFACE -Wno-subobject-linkage -Wno-shadow -Wshadow=local)
endif()
if(ACTLAS_WERROR)
  target_compile_options(actlas_options INTERFACE -Werror)
endif()
if(ACTLAS_FUZZ)
  target_compile_options(actlas_options INTERFACE -fsanitize=fuzzer-no-link)
endif()
if(ACTLAS_SANITIZE OR ACTLAS_FUZZ)
  target_compile_options(actlas_options INTERFACE -fsanitize=address,undefined -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(actlas_options INTERFACE -fsanitize=address,undefined)
endif()
