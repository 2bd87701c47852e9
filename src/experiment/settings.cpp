#include "experiment/settings.hpp"

#include "experiment/random.hpp"

namespace actlas::experiment {

std::uint64_t seed_for(const Settings& settings, Purpose purpose, std::uint64_t index) {
    Random random(static_cast<std::uint64_t>(settings.seed));
    return Random(random.next() ^ (static_cast<std::uint64_t>(purpose) << 32U | index)).next();
}

} // namespace actlas::experiment
