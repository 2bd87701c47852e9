#pragma once

#include "base/progress.hpp"
#include "cli/console.hpp"

#include <chrono>
#include <mutex>
#include <string>

namespace actlas::cli {

/// Shows on the console which stage a command is at, on one line that is gone at the end, where a person is there to
/// see it (see Console::is_watched()); and, if wanted, tells how long each stage took. The clock reaches nothing else.
class ShownProgress : public Progress {
public:
    struct Wishes {
        bool line = true;
        bool timings = false;
    };

    ShownProgress(const Console& console, Wishes wishes);
    ~ShownProgress() override;
    ShownProgress(const ShownProgress&) = delete;
    ShownProgress& operator=(const ShownProgress&) = delete;

    void begin(std::string_view stage, std::size_t steps = 0) override;
    void step() override;

    /// The last stage is over; the line is gone and other messages may follow.
    void end();

private:
    using Clock = std::chrono::steady_clock;

    void draw();

    const Console& console_;
    Wishes wishes_;
    std::mutex mutex_;
    std::string stage_;
    std::size_t steps_ = 0;
    std::size_t done_ = 0;
    bool drawn_ = false;
    Clock::time_point start_;
    Clock::time_point last_drawn_;
};

} // namespace actlas::cli
