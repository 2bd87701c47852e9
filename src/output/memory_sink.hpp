#pragma once

#include "output/sink.hpp"

#include <map>
#include <string>

namespace actlas::output {

/// Keeps artefacts in memory, by path.
class MemorySink : public ArtefactSink {
public:
    void accept(Artefact artefact) override;
    Outcome commit() override;

    const std::map<std::string, std::string>& files() const { return files_; }

private:
    std::map<std::string, std::string> files_;
};

/// Puts an artefact into a map by path, with the refusals that ArtefactSink::accept() promises.
void insert_artefact(std::map<std::string, std::string>& files, Artefact&& artefact);

} // namespace actlas::output
