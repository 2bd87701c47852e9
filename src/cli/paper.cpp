#include "cli/paper.hpp"

#include <algorithm>
#include <cstdlib>
#include <sys/ioctl.h>
#include <unistd.h>

namespace actlas::cli {
namespace {

bool is_terminal(std::FILE* stream) {
    return ::isatty(::fileno(stream)) != 0;
}

} // namespace

bool wants_colour(std::FILE* stream) {
    const char* no_colour = std::getenv("NO_COLOR");
    return is_terminal(stream) && (no_colour == nullptr || *no_colour == '\0');
}

Paper paper_of(std::FILE* stream) {
    constexpr int narrowest = 60, widest = 100;
    Paper paper{.colour = wants_colour(stream)};
    winsize size{};
    if (is_terminal(stream) && ::ioctl(::fileno(stream), TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        paper.width = std::clamp<int>(size.ws_col, narrowest, widest);
    return paper;
}

} // namespace actlas::cli
