#pragma once

#include <cstddef>
#include <functional>

namespace actlas {

/// Calls task(i, worker) once for each i in [0, count), on `jobs` threads (at least one); `worker` in [0, jobs) names
/// the thread, so that callers can keep one scratch object a thread. Results must go to slots of their own: nothing is
/// said about order. If tasks throw, the exception of the smallest i is rethrown after all threads have ended.
void parallel_for(std::size_t count, unsigned jobs, const std::function<void(std::size_t, unsigned)>& task);

} // namespace actlas
