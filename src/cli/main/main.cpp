#include "base/large_pages.hpp"
#include "cli/program.hpp"

int main(int argc, char* argv[]) {
    actlas::enlarge_heap();
    return actlas::cli::run(argc, argv);
}
