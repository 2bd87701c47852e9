#include "cli/faults.hpp"

#include "base/diagnostic.hpp"
#include "base/parallel.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace actlas::cli {
namespace {

bool same_fault(const Diagnostic& a, const Diagnostic& b) {
    const auto place = [](const Diagnostic& d) {
        return d.where ? std::pair(d.where->line, d.where->column) : std::pair<std::size_t, std::size_t>();
    };
    return a.message == b.message && place(a) == place(b);
}

void add_faults(std::vector<Diagnostic>& to, const std::vector<Diagnostic>& from) {
    for (const Diagnostic& diagnostic : from) {
        const bool known =
            std::any_of(to.begin(), to.end(), [&](const Diagnostic& d) { return same_fault(d, diagnostic); });
        if (!known) to.push_back(diagnostic);
    }
}

/// Adds what `task` throws as InputError.
void gather(std::vector<Diagnostic>& faults, const std::function<void()>& task) {
    try {
        task();
    } catch (const InputError& error) {
        add_faults(faults, error.diagnostics());
    }
}

} // namespace

void parallel_for_every(std::size_t count, unsigned jobs,
                        const std::function<void(std::size_t number, unsigned worker)>& task) {
    std::vector<std::vector<Diagnostic>> of_tasks(count);
    parallel_for(count, jobs, [&](std::size_t i, unsigned worker) { gather(of_tasks[i], [&] { task(i, worker); }); });
    std::vector<Diagnostic> faults;
    for (const std::vector<Diagnostic>& of_task : of_tasks)
        add_faults(faults, of_task);
    if (!faults.empty()) throw InputError(std::move(faults));
}

} // namespace actlas::cli
