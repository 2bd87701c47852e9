#include "facts.hpp"

#include "base/number.hpp"

#include <fstream>
#include <sstream>

namespace actlas::analysis::test {

std::vector<Fact> facts() {
    std::vector<Fact> found;
    std::ifstream file(ACTLAS_SOURCE_DIR "/tests/analysis/properties_facts.txt");
    std::string line;
    while (std::getline(file, line)) {
        if (line.empty() || line[0] == '#') continue;
        std::istringstream columns(line);
        Fact fact;
        std::string parameters;
        std::getline(columns, fact.id, '\t');
        std::getline(columns, fact.monotone, '\t');
        std::getline(columns, fact.continuity, '\t');
        std::getline(columns, fact.parity, '\t');
        std::getline(columns, parameters, '\t');
        std::getline(columns, fact.formula, '\t');
        std::istringstream words(parameters);
        std::string word;
        while (words >> word) {
            if (word == "-") break;
            const std::size_t equals = word.find('=');
            fact.parameters.push_back({word.substr(0, equals), parse_number(word.substr(equals + 1)).value()});
        }
        found.push_back(std::move(fact));
    }
    return found;
}

} // namespace actlas::analysis::test
