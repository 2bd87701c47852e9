#include "pages.hpp"

#include "formula/parser.hpp"

#include <algorithm>
#include <deque>
#include <filesystem>
#include <regex>
#include <set>
#include <stdexcept>

namespace pages {
namespace {

using namespace actlas;

catalogue::Activation hostile() {
    catalogue::Activation activation;
    activation.id = "my_own";
    activation.name = "<b>Mine</b> & *yours* {{name}}";
    activation.label = {activation.name, activation.name};
    activation.aliases = {"a|b", "`x`", "Ramp"};
    activation.family = "custom";
    activation.source = "if(x < 0, k*x, x)";
    const std::vector<std::string> names{"k"};
    activation.expr = formula::parse(activation.source, names);
    activation.parameters.push_back({"k", 0.5, {}, {}, {"<i>slope</i>", "斜率 | 左"}});
    activation.summary = {"<script>alert(1)</script> # not a heading", "<script>alert(2)</script>"};
    activation.note = {"- not a list\n# not a heading", "![x](y)"};
    activation.frameworks.push_back({"mylib", "mylib.f(a|b)<x>", {"see [this](javascript:x)", "见 **此**"}, true});
    activation.references.push_back({"A. Author, \"T <i>\" 2020", "javascript:alert(1)"});
    activation.references.push_back({"B. Author, arXiv:2001.00001", "https://arxiv.org/abs/2001.00001"});
    activation.relations.push_back({catalogue::Relation::Kind::variant, "prelu", {"", ""}});
    activation.user_defined = true;
    return activation;
}

struct Small {
    catalogue::Catalogue catalogue = catalogue::Catalogue::builtin();
    std::deque<analysis::Study> studies;
    report::Input input;

    Small() {
        catalogue.add(hostile());
        for (const char* const id : {"sigmoid", "tanh", "relu", "leaky_relu", "gelu", "sine", "my_own"})
            input.studies.push_back(&studies.emplace_back(analysis::study(*catalogue.find(id))));
        input.catalogue = &catalogue;
        const analysis::Comparison comparison(catalogue.activations());
        for (const auto* study : input.studies)
            input.relatives.emplace(study->activation.id, comparison.relatives(study->activation));
        input.languages = {Language::zh, Language::en};
        input.chapters = report::chapter_names();
        experiment::Settings settings;
        settings.samples = 60;
        settings.held_out = 100;
        settings.units = 6;
        settings.epochs = settings.region_epochs = 10;
        settings.networks = 2;
        settings.width = 40;
        settings.depth = 20;
        const auto& s = input.studies; // in the order above
        input.experiments = {settings, {s[2], s[1]}, {s[0], s[1]}, {s[2], s[3], s[6]}, {s[0], s[4], s[6]}};
        input.jobs = 2;
    }
};

const Small& small() {
    static const Small all;
    return all;
}

/// The addresses that a Markdown page links to or shows.
std::vector<std::string> markdown_addresses(const std::string& text) {
    std::vector<std::string> found = attributes(text, "src");
    for (const auto& source : attributes(text, "srcset"))
        found.push_back(source);
    const std::regex link("[^\\\\]\\]\\(([^)\\s]*)\\)"); // \\] is text
    for (auto match = std::sregex_iterator(text.begin(), text.end(), link); match != std::sregex_iterator(); ++match)
        found.push_back((*match)[1]);
    return found;
}

bool is_void(const std::string& tag) {
    static const std::set<std::string> all{"meta", "link", "img",  "source", "br",      "input",
                                           "hr",   "wbr",  "path", "mspace", "!doctype"};
    return all.contains(tag);
}

} // namespace

const report::Input& small_input() {
    return small().input;
}

const std::map<std::string, std::string>& small_report() {
    static const std::map<std::string, std::string> files = [] {
        std::map<std::string, std::string> all;
        for (auto& artefact : report::render_report(small_input()))
            if (!all.emplace(artefact.path, artefact.bytes).second)
                throw std::runtime_error("two artefacts at " + artefact.path);
        return all;
    }();
    return files;
}

std::vector<std::string> attributes(const std::string& html, const std::string& name) {
    std::vector<std::string> values;
    const std::string start = " " + name + "=\"";
    for (std::size_t at = html.find(start); at != std::string::npos; at = html.find(start, at)) {
        at += start.size();
        values.push_back(html.substr(at, html.find('"', at) - at));
    }
    return values;
}

std::vector<std::string> broken_links(const std::map<std::string, std::string>& report) {
    std::map<std::string, std::set<std::string>> ids;
    for (const auto& [path, text] : report)
        for (const auto& id : attributes(text, "id"))
            ids[path].insert(id);
    std::vector<std::string> broken;
    for (const auto& [path, text] : report) {
        const bool html = path.ends_with(".html");
        if (path.starts_with("figures/") || !(html || path.ends_with(".md"))) continue;
        std::vector<std::string> addresses = html ? std::vector<std::string>() : markdown_addresses(text);
        for (const char* const name : {"href", "src", "srcset"})
            for (const auto& value : html ? attributes(text, name) : std::vector<std::string>())
                addresses.push_back(value);
        for (const auto& address : addresses) {
            if (address.starts_with("https://") || address.starts_with("http://")) continue;
            const std::size_t hash = std::min(address.find('#'), address.size());
            const auto beside = std::filesystem::path(path).parent_path() / address.substr(0, hash);
            const std::string target = hash == 0 ? path : beside.lexically_normal().generic_string();
            const std::string heading = hash < address.size() ? address.substr(hash + 1) : "";
            const bool leads =
                !address.starts_with("/") && report.contains(target) &&
                (hash == address.size() || (!heading.empty() && (!html || ids[target].contains(heading))));
            if (!leads) broken.push_back(path + " -> " + address);
        }
    }
    return broken;
}

void require_well_formed(const std::string& html) {
    std::vector<std::string> open;
    for (std::size_t at = html.find('<'); at != std::string::npos; at = html.find('<', at)) {
        std::size_t end = at + 1;
        bool quoted = false;
        for (; end < html.size() && (quoted || html[end] != '>'); ++end) {
            if (html[end] == '"') quoted = !quoted;
            if (!quoted && html[end] == '<') throw std::runtime_error("'<' inside a tag near " + html.substr(at, 60));
        }
        if (end >= html.size()) throw std::runtime_error("a tag without end near " + html.substr(at, 60));
        std::string tag = html.substr(at + 1, end - at - 1);
        at = end;
        const bool closing = tag.starts_with("/");
        if (closing) tag.erase(0, 1);
        const bool self_closing = tag.ends_with("/");
        tag = tag.substr(0, tag.find_first_of(" \n/"));
        if (is_void(tag) || self_closing) continue;
        if (!closing) {
            open.push_back(tag);
        } else if (open.empty() || open.back() != tag) {
            throw std::runtime_error("</" + tag + "> closes <" + (open.empty() ? "nothing" : open.back()) + "> near " +
                                     html.substr(at, 60));
        } else {
            open.pop_back();
        }
    }
    if (!open.empty()) throw std::runtime_error("<" + open.back() + "> is never closed");
}

} // namespace pages
