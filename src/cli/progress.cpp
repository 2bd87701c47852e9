#include "cli/progress.hpp"

#include <fmt/format.h>

namespace actlas::cli {

ShownProgress::ShownProgress(const Console& console, Wishes wishes) : console_(console), wishes_(wishes) {
    wishes_.line = wishes_.line && console.is_watched();
}

ShownProgress::~ShownProgress() {
    if (drawn_) console_.passing_line("");
}

void ShownProgress::begin(std::string_view stage, std::size_t steps) {
    end();
    const std::lock_guard lock(mutex_);
    stage_ = stage;
    steps_ = steps;
    done_ = 0;
    start_ = Clock::now();
    if (wishes_.line) draw();
}

void ShownProgress::step() {
    // More often than this nobody can read.
    constexpr std::chrono::milliseconds interval(50);
    if (!wishes_.line) return;
    const std::lock_guard lock(mutex_);
    ++done_;
    if (Clock::now() - last_drawn_ >= interval) draw();
}

void ShownProgress::end() {
    const std::lock_guard lock(mutex_);
    if (drawn_) console_.passing_line("");
    drawn_ = false;
    if (wishes_.timings && !stage_.empty()) {
        const std::chrono::duration<double, std::milli> taken = Clock::now() - start_;
        console_.message(fmt::format("{:>11}: {:8.1f} ms", stage_, taken.count()));
    }
    stage_.clear();
}

void ShownProgress::draw() {
    console_.passing_line(steps_ != 0 ? fmt::format("{} {}/{}", stage_, done_, steps_) : stage_);
    drawn_ = true;
    last_drawn_ = Clock::now();
}

} // namespace actlas::cli
