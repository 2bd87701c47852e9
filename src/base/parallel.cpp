#include "base/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace actlas {

void parallel_for(std::size_t count, unsigned jobs, const std::function<void(std::size_t, unsigned)>& task) {
    jobs = static_cast<unsigned>(std::min<std::size_t>(std::max(jobs, 1U), count));
    if (jobs <= 1) {
        for (std::size_t i = 0; i < count; ++i)
            task(i, 0);
        return;
    }

    std::atomic<std::size_t> next{0};
    std::atomic<bool> failed{false};
    std::mutex mutex;
    std::exception_ptr first_error;
    std::size_t first_failed = count;

    const auto work = [&](unsigned worker) {
        // Numbers are handed out in order, so by the time some i fails every smaller one has been started and will be
        // finished.
        while (!failed) {
            const std::size_t i = next++;
            if (i >= count) return;
            try {
                task(i, worker);
            } catch (...) {
                const std::lock_guard lock(mutex);
                failed = true;
                if (i < first_failed) {
                    first_failed = i;
                    first_error = std::current_exception();
                }
            }
        }
    };
    {
        std::vector<std::jthread> threads;
        for (unsigned worker = 1; worker < jobs; ++worker)
            threads.emplace_back(work, worker);
        work(0);
    }
    if (first_error) std::rethrow_exception(first_error);
}

} // namespace actlas
