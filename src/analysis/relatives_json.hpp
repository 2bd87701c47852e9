#pragma once

#include "analysis/relatives.hpp"

#include <nlohmann/json.hpp>

#include <vector>

namespace actlas::analysis {

/// The study's "same_as":
///   {"id", "name", "kind": "same" | "rescaled" | "special_case" | "general_case", "evidence": E,
///    "bound": |f - g| is at most this on [-16, 16], where the evidence is not exact, "except": [x, ...],
///    rescaled: "output": a, "input": b, "offset": c of f(x) = a*g(b*x) + c,
///    cases: "parameters": [{"name", "value"}] of g (special_case: f is g with them) or of f (general_case)}
nlohmann::ordered_json same_as_json(const std::vector<SameAs>& same_as);

/// The study's "relatives", the nearest first:
///   {"id", "name", "largest_gap": {"value", "evidence": E, "enclosure": [lo, hi] where proved, "at": [x]} of |f - g|
///    on [-5, 5], "gaussian_distance": {"value", "evidence": E} for x ~ N(0, 1)}
nlohmann::ordered_json nearest_json(const std::vector<Relative>& nearest);

/// Both, as members of a study's JSON.
void add_relatives(nlohmann::ordered_json& study, const Relatives& relatives);

} // namespace actlas::analysis
