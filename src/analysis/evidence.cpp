#include "analysis/evidence.hpp"

namespace actlas::analysis {

std::string_view word(Evidence evidence) {
    switch (evidence) {
    case Evidence::proved:
        return "proved";
    case Evidence::exact:
        return "exact";
    case Evidence::estimated:
        return "estimated";
    case Evidence::undecided:
        break;
    }
    return "undecided";
}

Evidence weaker(Evidence a, Evidence b) {
    const auto rank = [](Evidence e) {
        return e == Evidence::exact ? 0 : e == Evidence::proved ? 1 : e == Evidence::estimated ? 2 : 3;
    };
    return rank(a) < rank(b) ? b : a;
}

} // namespace actlas::analysis
