#ifdef ACTLAS_CATCH2_V3
#include <catch2/catch_session.hpp>
#else
#define CATCH_CONFIG_RUNNER
#include <catch2/catch.hpp>
#endif

#include <stdlib.h>

int main(int argc, char* argv[]) {
    // Neither what is at the user's home nor what a test leaves there may matter: no cache can be kept in this place.
    setenv("XDG_CACHE_HOME", "/dev/null", 1);
    return Catch::Session().run(argc, argv);
}
