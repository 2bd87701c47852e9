#include "output/memory_sink.hpp"

#include "base/diagnostic.hpp"
#include "output/path.hpp"

#include <fmt/core.h>

#include <utility>

namespace actlas::output {

void insert_artefact(std::map<std::string, std::string>& files, Artefact&& artefact) {
    require_safe_path(artefact.path);
    const auto [place, is_new] = files.try_emplace(artefact.path, std::move(artefact.bytes));
    if (is_new) return;
    Diagnostic diagnostic;
    diagnostic.message = fmt::format("two output files have the same path \"{}\"", place->first);
    throw InputError(std::move(diagnostic));
}

void MemorySink::accept(Artefact artefact) {
    insert_artefact(files_, std::move(artefact));
}

Outcome MemorySink::commit() {
    Outcome outcome;
    for (const auto& [path, bytes] : files_)
        outcome.written.push_back(path);
    return outcome;
}

} // namespace actlas::output
