// Limitations and strengths of activations of vectors, by rules.

#include "analysis/limitations_text.hpp"
#include "analysis/vector_study.hpp"
#include "analysis/vector_words.hpp"
#include "base/phrases.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace actlas::analysis {
namespace {

const Phrases& sentences() {
    return vector_phrases();
}

LocalizedText told(double value) {
    return same(vector_number(value));
}

class VectorRules {
public:
    explicit VectorRules(VectorStudy& study) : s_(study) {}

    void run() {
        limitations();
        strengths();
        std::stable_sort(s_.limitations.begin(), s_.limitations.end(),
                         [](const Finding& a, const Finding& b) { return *a.severity > *b.severity; });
    }

private:
    using Shift = VectorStudy::Shift;
    using Size = formula::VectorFormula::Size;

    Finding finding(const std::string& table, const std::string& kind, Evidence evidence,
                    const Phrases::Fillings& fillings) const {
        const std::string key = table + "." + kind;
        Finding result;
        result.kind = kind;
        result.title = sentences().fill(key + ".title");
        result.consequence = sentences().fill(key + ".consequence");
        if (sentences().has(key + ".remedy")) result.remedy = sentences().fill(key + ".remedy");
        result.basis = sentences().fill(key + ".basis", fillings);
        result.evidence = evidence;
        return result;
    }

    Finding& limit(const std::string& kind, Severity severity, Evidence evidence,
                   const Phrases::Fillings& fillings = {}) {
        Finding result = finding("limitation", kind, evidence, fillings);
        result.severity = severity;
        s_.limitations.push_back(std::move(result));
        return s_.limitations.back();
    }

    Finding& strength(const std::string& kind, Evidence evidence, const Phrases::Fillings& fillings = {}) {
        s_.strengths.push_back(finding("strength", kind, evidence, fillings));
        return s_.strengths.back();
    }

    bool is(const Known<bool>& known, bool value) const { return known.decided() && known.value == value; }
    bool is_unit() const { return is(s_.unit_sum, true) && is(s_.nonnegative, true); }

    void limitations() {
        const Size size = s_.activation.formula.size();
        const bool flat = s_.rank.value == 0;
        if (flat) limit("zero_gradient", Severity::severe, s_.rank.evidence);
        const GapSlope* const lead = gap_of(10);
        const GapSlope* const level = gap_of(0);
        if (!flat && lead != nullptr && level != nullptr && lead->largest < 0.01 * level->largest)
            limit("vanishing_lead", Severity::moderate, Evidence::estimated,
                  {{"gap", told(lead->gap)}, {"slope", told(lead->largest)}})
                .numbers = {{"gap", lead->gap}, {"slope", lead->largest}};
        written_overflow();
        if (s_.degree.decided() && s_.degree.value && *s_.degree.value >= 2) {
            const double reach = std::pow(65504, 1 / *s_.degree.value);
            limit("product_growth", Severity::moderate, s_.degree.evidence,
                  {{"degree", told(*s_.degree.value)}, {"size", told(std::round(reach))}})
                .numbers = {{"degree", *s_.degree.value}, {"size", reach}};
        } else if (s_.lipschitz.decided() && std::isinf(s_.lipschitz.value) && !is_scale_blind()) {
            limit("steep", Severity::moderate, s_.lipschitz.evidence);
        }
        if (s_.jumps.value) limit("jumps", Severity::moderate, s_.jumps.evidence);
        if (is_scale_blind() && !flat) limit("scale_blind", Severity::moderate, s_.degree.evidence);
        if (s_.shift.decided() && s_.shift.value == Shift::invariant && !flat)
            limit("shift_blind", Severity::minor, s_.shift.evidence);
        if (is_unit() && is(s_.exact_zeros, false)) limit("dense", Severity::minor, s_.exact_zeros.evidence);
        if (is_unit() && is(s_.exact_zeros, true) && !flat)
            limit("dead_outputs", Severity::minor, s_.exact_zeros.evidence);
        if (size == Size::twice) limit("wide_output", Severity::minor, Evidence::exact);
        if (size == Size::half) limit("wide_input", Severity::minor, Evidence::exact);
        if (s_.order.decided() && s_.order.value == VectorStudy::Order::ordered)
            limit("ordered", Severity::minor, s_.order.evidence);
    }

    bool is_scale_blind() const {
        return s_.degree.decided() && s_.degree.value && *s_.degree.value == 0 && s_.rank.value > 0;
    }

    const GapSlope* gap_of(double gap) const {
        const auto found =
            std::find_if(s_.gaps.begin(), s_.gaps.end(), [&](const GapSlope& g) { return g.gap == gap; });
        return found == s_.gaps.end() ? nullptr : &*found;
    }

    void written_overflow() {
        std::vector<LocalizedText> list;
        std::map<std::string, double> numbers;
        for (const Breakdown& each : s_.breakdowns) {
            if (!each.written || (each.stable && *each.stable <= *each.written)) continue;
            const char* const key = each.inputs == Breakdown::Inputs::one   ? "basis_one"
                                    : each.inputs == Breakdown::Inputs::all ? "basis_all"
                                                                            : "basis_all_low";
            list.push_back(
                sentences().fill(fmt::format("limitation.written_overflow.{}", key),
                                 {{"format", same(std::string(each.format->id))}, {"t", told(*each.written)}}));
            numbers.emplace(fmt::format("{}_{}", each.format->id, key + 6), *each.written);
        }
        if (list.empty()) return;
        LocalizedText all = joined(list, {"; ", "；"});
        all.en = "It gives NaN or a false infinity " + all.en + ".";
        all.zh = "出现 NaN 或虚假的无穷：" + all.zh + "。";
        limit("written_overflow", Severity::moderate, Evidence::estimated, {{"list", all}}).numbers = numbers;
    }

    void strengths() {
        if (is_unit()) strength("probabilities", weaker(s_.unit_sum.evidence, s_.nonnegative.evidence));
        if (is_unit() && is(s_.exact_zeros, true)) strength("sparse", s_.exact_zeros.evidence);
        const ComponentRange& range = s_.range;
        if (std::isfinite(range.infimum.value) && std::isfinite(range.supremum.value))
            strength("bounded", weaker(range.infimum.evidence, range.supremum.evidence),
                     {{"low", told(range.infimum.value)}, {"high", told(range.supremum.value)}});
        const double steepest = s_.lipschitz.value;
        if (s_.lipschitz.decided() && steepest <= 1 + 1e-9 && steepest > 0)
            strength("one_lipschitz", s_.lipschitz.evidence, {{"slope", told(steepest)}}).numbers = {
                {"slope", steepest}};
        if (is(s_.keeps_directions, true))
            strength("keeps_directions", s_.keeps_directions.evidence, {{"rank", told(s_.rank.value)}});
        const bool harmless = std::all_of(s_.breakdowns.begin(), s_.breakdowns.end(),
                                          [](const Breakdown& each) { return !each.written; });
        if (harmless) strength("low_precision", Evidence::estimated);
        for (const FarInput& far : s_.far) {
            if (!s_.evaluate.formula().of_halves() || far.side < 0 || std::fabs(far.slope) < 0.1) continue;
            strength(
                "lasting_gradient", Evidence::estimated,
                {{"input", same(vector_input(far.input))}, {"others", told(far.others)}, {"slope", told(far.slope)}});
            break;
        }
    }

    VectorStudy& s_;
};

} // namespace

void find_vector_limitations(VectorStudy& study) {
    VectorRules(study).run();
}

} // namespace actlas::analysis
