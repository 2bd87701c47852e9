#include "cli/program.hpp"

#include <cstdlib> // any header of the C library tells whether it is glibc

#ifdef __GLIBC__
#include <malloc.h>
#endif

int main(int argc, char* argv[]) {
#ifdef __GLIBC__
    // Memory that was freed is kept and used again. By default blocks of megabytes, which Cairo takes for every font of
    // a PDF, go back to the system each time; getting them anew takes a third of the time of such a file.
    mallopt(M_MMAP_THRESHOLD, 32 << 20);
    mallopt(M_TRIM_THRESHOLD, 256 << 20);
#endif
    return actlas::cli::run(argc, argv);
}
