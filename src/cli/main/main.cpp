#include "cli/program.hpp"

int main(int argc, char* argv[]) {
    return actlas::cli::run(argc, argv);
}
