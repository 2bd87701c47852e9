#pragma once

#include "analysis/mean_field.hpp"

#include <nlohmann/json.hpp>

namespace actlas::analysis {

/// The object "signals" of the study. All numbers in it are estimated by quadrature.
///   edge_of_chaos          {any_length, points: [{weight_variance, bias_variance, length, attracting}, ...]}, those
///                          without biases first
///   recommended_gain       PyTorch's, null where it has none
///   at_recommended_gain    {fate: "settles" | "kept" | "vanishes" | "explodes" | "undecided", length, chi,
///                          depth_scale}; null likewise
nlohmann::ordered_json signals_json(const Signals& signals);

} // namespace actlas::analysis
