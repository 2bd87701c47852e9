#pragma once

#include "base/language.hpp"
#include "report/templates.hpp"

#include <kainjow/mustache.hpp>
#include <nlohmann/json.hpp>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace actlas::report {

using Data = kainjow::mustache::data;

/// JSON for Mustache. An object with exactly the members "en" and "zh" is a text in two languages and becomes that of
/// `language`; an object whose one member is "t" is the string of that dotted name in `strings`; an empty text or list
/// is false, so that sections can ask for it; the spaces of "1.2 × 10⁻⁷" become no-break spaces. Throws
/// std::invalid_argument for a number or a null (neither has one way to be printed) and InputError for a string that
/// `strings` lacks.
Data to_data(const nlohmann::ordered_json& json, Language language, const nlohmann::ordered_json& strings);

/// The string of a dotted name; throws InputError naming it where there is none.
std::string string_of(const nlohmann::ordered_json& strings, std::string_view name, Language language);

/// Where a template finds its names: layers of data, the first one searched first, and the templates for its partials.
struct Names {
    std::vector<const Data*> layers;
    const Templates* templates = nullptr;
    std::string partial_folder; ///< {{> chapters/analogy}} is the file PARTIAL_FOLDER/chapters/analogy.md, else
                                ///< pages/chapters/analogy.md, and {{> code/naive.py}} the file code/naive.py
};

/// Renders a template. A name that no layer has, a partial that is no file and no text, and a syntax error are
/// InputErrors that name the template and the culprit: nothing is ever left out in silence. `escape` is applied to what
/// {{name}} inserts.
std::string render(std::string_view name, const std::string& text, const Names& names,
                   const std::function<std::string(std::string_view)>& escape);

} // namespace actlas::report
