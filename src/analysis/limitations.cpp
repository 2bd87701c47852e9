#include "analysis/limitations.hpp"

#include "analysis/json_number.hpp"
#include "analysis/limitations_rules.hpp"
#include "base/number.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace actlas::analysis {
namespace rules {

Draft::Draft(std::string_view group, std::string kind) : prefix_(fmt::format("{}.{}.", group, kind)) {
    finding_.kind = std::move(kind);
}

Draft& Draft::number(const std::string& name, double value, std::string text) {
    fillings_[name] = same(std::move(text));
    return number(name, value);
}

Draft& Draft::number(const std::string& name, double value) {
    finding_.numbers[name] = value;
    return *this;
}

Draft& Draft::text(const std::string& name, LocalizedText text) {
    fillings_[name] = std::move(text);
    return *this;
}

Finding Draft::finish(Evidence evidence, std::string_view basis, std::string_view consequence,
                      std::string_view remedy) const {
    const Sentences& sentences = Sentences::builtin();
    const auto sentence = [&](std::string_view name) { return sentences.fill(prefix_ + std::string(name), fillings_); };
    Finding finding = finding_;
    finding.title = sentence("title");
    finding.consequence = sentence(consequence);
    if (sentences.has(prefix_ + std::string(remedy))) finding.remedy = sentence(remedy);
    finding.basis = sentence(basis);
    finding.evidence = evidence;
    return finding;
}

double normal_cdf(double x) {
    return 0.5 * std::erfc(-x / std::numbers::sqrt2);
}

double tail_share(std::optional<double> left, std::optional<double> right) {
    return (left ? normal_cdf(*left) : 0) + (right ? normal_cdf(-*right) : 0);
}

LocalizedText kink_text(const Kink& kink) {
    return Sentences::builtin().fill("word.kink", {{"x", same(significant_for_people(kink.x, 6))},
                                                   {"left", same(significant_for_people(kink.left, 4))},
                                                   {"right", same(significant_for_people(kink.right, 4))}});
}

} // namespace rules

std::string_view word(Severity severity) {
    switch (severity) {
    case Severity::minor:
        return "minor";
    case Severity::moderate:
        return "moderate";
    case Severity::severe:
        return "severe";
    }
    return {};
}

std::vector<Finding> limitations(const Studied& studied) {
    std::vector<Finding> findings;
    rules::gradient_rules(studied, findings);
    rules::shape_rules(studied, findings);
    rules::practice_rules(studied, findings);
    rules::precision_rules(studied, findings);
    std::stable_sort(findings.begin(), findings.end(),
                     [](const Finding& a, const Finding& b) { return b.severity < a.severity; });
    return findings;
}

nlohmann::ordered_json findings_json(std::span<const Finding> findings) {
    using Json = nlohmann::ordered_json;
    const auto text = [](const LocalizedText& sentence) { return Json{{"en", sentence.en}, {"zh", sentence.zh}}; };
    Json array = Json::array();
    for (const Finding& finding : findings) {
        Json json{{"kind", finding.kind}};
        if (finding.severity) json["severity"] = word(*finding.severity);
        json["title"] = text(finding.title);
        json["consequence"] = text(finding.consequence);
        if (!finding.remedy.en.empty()) json["remedy"] = text(finding.remedy);
        json["basis"] = text(finding.basis);
        json["numbers"] = Json::object();
        for (const auto& [name, number] : finding.numbers)
            json["numbers"][name] = json_number(number);
        json["evidence"] = word(finding.evidence);
        array.push_back(std::move(json));
    }
    return array;
}

} // namespace actlas::analysis
