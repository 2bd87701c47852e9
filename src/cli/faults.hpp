#pragma once

#include <cstddef>
#include <functional>

namespace actlas::cli {

/// parallel_for() that does not stop at a task that throws InputError: afterwards one is thrown that holds the
/// diagnostics of all, in the order of the tasks and each once.
void parallel_for_every(std::size_t count, unsigned jobs,
                        const std::function<void(std::size_t number, unsigned worker)>& task);

} // namespace actlas::cli
