#include "analysis/vector_words.hpp"

#include "base/number.hpp"
#include "base/utf8.hpp"

#include <fmt/format.h>

#include <cmath>

namespace actlas::embedded {
extern const std::span<const EmbeddedFile> vector_sentence_files;
} // namespace actlas::embedded

namespace actlas::analysis {
namespace {

class VectorTeller {
public:
    explicit VectorTeller(const VectorStudy& study) : s_(study) {}

    std::vector<VectorFact> run() {
        using Size = formula::VectorFormula::Size;
        const Size size = s_.activation.formula.size();
        add("shape",
            word(size == Size::one     ? "shape_one"
                 : size == Size::half  ? "shape_half"
                 : size == Size::twice ? "shape_twice"
                                       : "shape_same"),
            Evidence::exact);
        add("range", same(range()), weaker(s_.range.infimum.evidence, s_.range.supremum.evidence));
        if (s_.unit_sum.decided()) add_yes_no("unit_sum", s_.unit_sum);
        if (s_.exact_zeros.decided()) add_yes_no("exact_zeros", s_.exact_zeros);
        invariances();
        jacobian();
        return std::move(facts_);
    }

private:
    LocalizedText word(const std::string& key, const Phrases::Fillings& fillings = {}) const {
        return vector_phrases().fill("value." + key, fillings);
    }

    void add(const std::string& key, LocalizedText value, Evidence evidence) {
        if (evidence == Evidence::undecided) value = word("undecided");
        facts_.push_back({key, vector_phrases().fill("fact." + key), std::move(value), evidence});
    }

    void add_yes_no(const std::string& key, const Known<bool>& fact) {
        add(key, word(fact.value ? "yes" : "no"), fact.evidence);
    }

    std::string range() const {
        const ComponentRange& range = s_.range;
        const bool closed_low = std::isfinite(range.infimum.value) && range.attains_infimum;
        const bool closed_high = std::isfinite(range.supremum.value) && range.attains_supremum;
        return fmt::format("{}{}, {}{}", closed_low ? "[" : "(", vector_number(range.infimum.value),
                           vector_number(range.supremum.value), closed_high ? "]" : ")");
    }

    void invariances() {
        using Shift = VectorStudy::Shift;
        const Shift shift = s_.shift.value;
        add("shift",
            word(shift == Shift::invariant     ? "shift_invariant"
                 : shift == Shift::equivariant ? "shift_equivariant"
                                               : "shift_neither"),
            s_.shift.evidence);
        const auto& degree = s_.degree.value;
        add("degree",
            !degree        ? word("degree_none")
            : *degree == 0 ? word("degree_0")
            : *degree == 1 ? word("degree_1")
                           : word("degree", {{"degree", same(vector_number(*degree))}}),
            s_.degree.evidence);
        using Parity = VectorStudy::Parity;
        add("parity",
            word(s_.parity.value == Parity::even  ? "parity_even"
                 : s_.parity.value == Parity::odd ? "parity_odd"
                                                  : "parity_neither"),
            s_.parity.evidence);
        using Order = VectorStudy::Order;
        static const std::vector<std::pair<Order, std::string>> orders{
            {Order::invariant, "order_invariant"},       {Order::equivariant, "order_equivariant"},
            {Order::but_for_ties, "order_but_for_ties"}, {Order::in_pairs, "order_in_pairs"},
            {Order::in_blocks, "order_in_blocks"},       {Order::ordered, "order_ordered"}};
        for (const auto& [order, key] : orders)
            if (order == s_.order.value) add("order", word(key), s_.order.evidence);
    }

    void jacobian() {
        add("rank",
            word("rank", {{"rank", same(vector_number(s_.rank.value))},
                          {"inputs", same(std::to_string(s_.inputs))},
                          {"outputs", same(std::to_string(s_.activation.formula.outputs(s_.inputs)))}}),
            s_.rank.evidence);
        if (s_.row_sums.decided()) add("row_sums", same(vector_number(s_.row_sums.value)), s_.row_sums.evidence);
        if (s_.symmetric.decided()) add_yes_no("symmetric", s_.symmetric);
        if (s_.monotone.decided())
            add("monotone", word(s_.monotone.value ? "monotone_yes" : "monotone_no"), s_.monotone.evidence);
        add("lipschitz",
            std::isinf(s_.lipschitz.value) ? word("unbounded")
                                           : word("lipschitz", {{"slope", same(vector_number(s_.lipschitz.value))}}),
            s_.lipschitz.evidence);
    }

    const VectorStudy& s_;
    std::vector<VectorFact> facts_;
};

} // namespace

const Phrases& vector_phrases() {
    static const Phrases phrases(embedded::vector_sentence_files, "vectors.toml");
    return phrases;
}

std::string vector_number(double value) {
    if (std::isinf(value)) return value > 0 ? "∞" : "−∞";
    return significant_for_people(value, 3);
}

std::string vector_input(const std::string& name) {
    std::string text;
    for (const char32_t c : code_points(name))
        append_utf8(text, c >= U'0' && c <= U'9' ? U'₀' + (c - U'0') : c);
    return text;
}

std::string vector_text(const std::vector<double>& x) {
    std::string text;
    for (const double component : x)
        (text += text.empty() ? "(" : ", ") += vector_number(component);
    return text + ")";
}

std::vector<VectorFact> vector_facts(const VectorStudy& study) {
    return VectorTeller(study).run();
}

} // namespace actlas::analysis
