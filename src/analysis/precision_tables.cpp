#include "analysis/precision_tables.hpp"

#include "analysis/precision_rounding.hpp"

#include <cmath>
#include <memory>
#include <mutex>
#include <vector>

namespace actlas::analysis {

namespace {

constexpr std::size_t patterns = 0x10000;

double bfloat16_value(std::uint32_t bits) {
    return static_cast<double>(std::bit_cast<float>(bits << 16U));
}

double float16_value(std::uint32_t bits) {
    const double sign = (bits & 0x8000U) != 0 ? -1 : 1;
    const int exponent = static_cast<int>(bits >> 10U & 0x1fU);
    const double fraction = static_cast<double>(bits & 0x3ffU);
    if (exponent == 0) return sign * fraction * 0x1p-24;
    if (exponent == 0x1f) return fraction == 0 ? sign * std::numeric_limits<double>::infinity() : std::nan("");
    return sign * std::ldexp(1024 + fraction, exponent - 25);
}

struct Table {
    std::once_flag made;
    std::vector<float> values;
};

/// One for each row of the table of primitives.
class Tables {
public:
    Tables(const NumberFormat& format, double (*value)(std::uint32_t bits))
        : rounding_(format), value_(value), tables_(std::make_unique<Table[]>(formula::primitives().size())) {}

    const float* of(const formula::Primitive& primitive) {
        Table& table = tables_[static_cast<std::size_t>(&primitive - formula::primitives().data())];
        std::call_once(table.made, [&] {
            table.values.resize(patterns);
            for (std::uint32_t bits = 0; bits < patterns; ++bits) {
                const double x = value_(bits);
                table.values[bits] = static_cast<float>(rounding_(primitive.value(&x)));
            }
        });
        return table.values.data();
    }

private:
    Rounding<double> rounding_;
    double (*value_)(std::uint32_t bits);
    std::unique_ptr<Table[]> tables_;
};

} // namespace

const float* primitive_table(const NumberFormat& format, const formula::Primitive& primitive) {
    if (primitive.arity != 1) return nullptr;
    if (format.id == "float16") {
        static Tables tables(format, float16_value);
        return tables.of(primitive);
    }
    if (format.id == "bfloat16") {
        static Tables tables(format, bfloat16_value);
        return tables.of(primitive);
    }
    return nullptr;
}

} // namespace actlas::analysis
