#include "experiment/data.hpp"
#include "experiment/random.hpp"
#include "support/catch.hpp"

#include <cmath>

using namespace actlas::experiment;

TEST_CASE("the generator gives SplitMix64's own numbers") {
    // The first outputs for seed 1234567, as the reference implementation (Vigna, splitmix64.c) prints them.
    Random random(1234567);
    CHECK(random.next() == 6457827717110365317U);
    CHECK(random.next() == 3203168211198807973U);
    CHECK(random.next() == 9817491932198370423U);
    CHECK(random.next() == 4593380528125082431U);
    CHECK(random.next() == 16408922859458223821U);
}

TEST_CASE("uniform numbers stay within their bounds and fill them") {
    Random random(5);
    double least = 1;
    double greatest = 0;
    double sum = 0;
    constexpr int count = 20000;
    for (int i = 0; i < count; ++i) {
        const double number = random.uniform();
        least = std::min(least, number);
        greatest = std::max(greatest, number);
        sum += number;
        CHECK(random.below(7) < 7);
    }
    CHECK(least >= 0);
    CHECK(greatest < 1);
    CHECK(least < 0.001);
    CHECK(greatest > 0.999);
    // Standard error 1/sqrt(12 count) = 0.002.
    CHECK(sum / count == Approx(0.5).margin(0.01));
}

TEST_CASE("the same seed draws the same points, another seed others") {
    const auto a = yin_yang(50, 9);
    const auto b = yin_yang(50, 9);
    const auto c = yin_yang(50, 10);
    REQUIRE(a.size() == 50);
    bool differs = false;
    for (std::size_t i = 0; i < a.size(); ++i) {
        CHECK(a[i].x == b[i].x);
        CHECK(a[i].y == b[i].y);
        CHECK(a[i].label == b[i].label);
        differs = differs || a[i].x != c[i].x;
    }
    CHECK(differs);
}

TEST_CASE("points of XOR carry the sign of their product and keep off the axes") {
    for (const Sample& sample : exclusive_or(500, 3)) {
        CHECK(sample.label == (sample.x * sample.y > 0 ? 1 : 0));
        CHECK(std::fabs(sample.x) >= 0.06);
        CHECK(std::fabs(sample.y) <= 1);
    }
}

TEST_CASE("the taiji figure is its own negative under a half turn") {
    for (const Sample& sample : yin_yang(500, 3)) {
        CHECK(sample.x * sample.x + sample.y * sample.y < 1);
        CHECK(yin_yang_label(-sample.x, -sample.y) == 1 - sample.label);
    }
    CHECK(yin_yang_label(0, 0.5) == 0); // the upper dot
    CHECK(yin_yang_label(0, -0.5) == 1);
    CHECK(yin_yang_label(-0.3, 0.5) == 1); // the upper lobe reaches to the left
    CHECK(yin_yang_label(-0.9, 0) == 0);
}
