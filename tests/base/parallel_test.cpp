#include "base/parallel.hpp"
#include "support/catch.hpp"

#include <atomic>
#include <stdexcept>
#include <string>
#include <vector>

using namespace actlas;

TEST_CASE("each index is done once, by a worker that exists") {
    for (const unsigned jobs : {0U, 1U, 2U, 4U, 64U}) {
        INFO("jobs " << jobs);
        std::vector<std::atomic<int>> done(100);
        std::atomic<bool> strange{false};
        parallel_for(done.size(), jobs, [&](std::size_t i, unsigned worker) {
            ++done[i];
            if (worker >= std::max(jobs, 1U)) strange = true;
        });
        for (const auto& count : done)
            REQUIRE(count == 1);
        CHECK_FALSE(strange);
    }
    parallel_for(0, 4, [](std::size_t, unsigned) { FAIL("there is nothing to do"); });
}

TEST_CASE("the exception of the smallest index is the one that comes out") {
    for (const unsigned jobs : {1U, 2U, 8U}) {
        for (int round = 0; round < 20; ++round) {
            std::string message;
            try {
                parallel_for(50, jobs, [](std::size_t i, unsigned) {
                    if (i >= 7) throw std::runtime_error(std::to_string(i));
                });
            } catch (const std::runtime_error& error) {
                message = error.what();
            }
            REQUIRE(message == "7");
        }
    }
}
