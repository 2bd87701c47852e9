// Figures are held against what they were: where every mark of a specimen stands (snapshots/NAME.txt), and for one of
// each kind how it looks (snapshots/NAME.png). What has changed is saved in the build tree, a picture with one of the
// differences beside it. Look at it; if it is as it should be, the command that the failure names takes it over.

#include "figure/figure.hpp"
#include "pixels.hpp"
#include "plot/flatten.hpp"
#include "plot/layout.hpp"
#include "plot/render.hpp"
#include "scenes.hpp"
#include "specimens.hpp"
#include "support/temporary_folder.hpp"

#include <fmt/format.h>

#include <cmath>
#include <filesystem>
#include <set>

using namespace actlas;
using specimens::Specimen;

namespace {

namespace fs = std::filesystem;

const fs::path expected_folder = fs::path(ACTLAS_SOURCE_DIR) / "tests" / "figure" / "snapshots";
const fs::path changed_folder = ACTLAS_CHANGED_FIGURES;

/// Half px: what moves less is not seen.
double halves(double px) {
    const double rounded = std::round(2 * px) / 2;
    return rounded == 0 ? 0 : rounded;
}

std::string place(const plot::Box& box) {
    return fmt::format("{:.1f} {:.1f} {:.1f} {:.1f}", halves(box.left), halves(box.top), halves(box.right),
                       halves(box.bottom));
}

/// A few points along what is drawn of a path.
std::string course(const plot::PathMark& mark) {
    auto lines = plot::flatten(mark.path);
    if (mark.clip) lines = plot::clip_polylines(lines, *mark.clip);
    std::string text;
    for (const auto& line : lines) {
        text += " |";
        constexpr std::size_t pieces = 4;
        for (std::size_t i = 0; i <= pieces; ++i) {
            const plot::Point at = line[i * (line.size() - 1) / pieces];
            text += fmt::format(" {:.1f},{:.1f}", halves(at.x), halves(at.y));
        }
    }
    return text;
}

/// A line a mark: role, name, box, and the words of a text or the course of a curve.
std::string snapshot(const plot::Scene& scene) {
    std::string text = fmt::format("page {} {}\n{}\n", scene.width, scene.height, scene.description);
    for (const auto& mark : scene.marks) {
        text += fmt::format("{} \"{}\" {}", plot::role_name(mark.role), mark.name, place(plot::bounds(mark)));
        if (const auto* words = std::get_if<plot::TextMark>(&mark.shape)) text += ": " + words->text->plain();
        const auto* path = std::get_if<plot::PathMark>(&mark.shape);
        if (path != nullptr && mark.role == plot::Role::curve) text += course(*path);
        text += '\n';
    }
    for (const auto& label : scene.dropped)
        text += fmt::format("dropped \"{}\"\n", label);
    return text;
}

void save(const fs::path& file, const std::string& bytes) {
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << bytes;
}

std::string how_to_accept() {
    return fmt::format("changed: {0}\nto take all changes over: cp {0}/*.* {1}/", changed_folder.string(),
                       expected_folder.string());
}

std::string first_difference(const std::string& before, const std::string& now) {
    std::size_t line = 1, at = 0;
    while (at < before.size() && at < now.size()) {
        const std::string_view a = std::string_view(before).substr(at, before.find('\n', at) - at);
        const std::string_view b = std::string_view(now).substr(at, now.find('\n', at) - at);
        if (a != b) return fmt::format("line {}: \"{}\" was \"{}\"", line, b, a);
        at += a.size() + 1;
        ++line;
    }
    return fmt::format("from line {} on", line);
}

/// Removes what an earlier run saved of this.
void forget(const std::string& file) {
    fs::remove(changed_folder / file);
    fs::remove(changed_folder / "differences" / file);
}

} // namespace

TEST_CASE("the marks of every kind of figure stand where they stood") {
    for (const Specimen& specimen : specimens::all()) {
        CAPTURE(specimen.name);
        const std::string file = specimen.name + ".txt";
        const std::string now = snapshot(specimen.draw());
        const std::string before = actlas::test::bytes_of(expected_folder / file);
        forget(file);
        if (now == before) continue;
        save(changed_folder / file, now);
        INFO(first_difference(before, now));
        INFO(how_to_accept());
        FAIL_CHECK("the layout has changed");
    }
}

TEST_CASE("every kind of figure looks as it looked") {
    for (const Specimen& specimen : specimens::all()) {
        if (!specimen.picture) continue;
        CAPTURE(specimen.name);
        const std::string file = specimen.name + ".png";
        const plot::Scene scene = specimen.draw();
        // Smaller than life: small files, and small differences still show.
        const double scale = scene.width > 1000 ? 0.4 : scene.width < 200 ? 1 : 0.7;
        const std::string png = plot::render_png(scene, scale);
        const std::string before = actlas::test::bytes_of(expected_folder / file);
        forget(file);
        INFO(how_to_accept());
        if (before.empty()) {
            save(changed_folder / file, png);
            FAIL_CHECK("there is no picture yet");
            continue;
        }
        const auto was = pixels::decode(before), is = pixels::decode(png);
        if (was.width != is.width || was.height != is.height) {
            save(changed_folder / file, png);
            FAIL_CHECK("the size has changed");
            continue;
        }
        const auto found = pixels::difference(was, is);
        // The same fonts and the same Cairo draw the same; a later version of either may shade edges otherwise.
        if (found.mean <= 0.3 && found.share <= 0.002) continue;
        save(changed_folder / file, png);
        save(changed_folder / "differences" / file, pixels::encode(found.picture));
        CAPTURE(found.mean, found.greatest, found.share);
        FAIL_CHECK("the picture has changed; see also the folder \"differences\"");
    }
}

TEST_CASE("no snapshot is without its figure, and every kind of figure has a picture") {
    std::set<std::string> wanted, kinds;
    for (const Specimen& specimen : specimens::all()) {
        CHECK(wanted.insert(specimen.name + ".txt").second);
        if (!specimen.picture) continue;
        wanted.insert(specimen.name + ".png");
        kinds.insert(specimen.name.substr(0, specimen.name.find('-')));
    }
    for (const auto& entry : fs::directory_iterator(expected_folder)) {
        INFO(entry.path());
        CHECK(wanted.contains(entry.path().filename().string()));
    }
    for (const auto& kind : figure::kind_names())
        CHECK(kinds.contains(kind));
}

TEST_CASE("a moved line shows in the difference of two pictures") {
    plot::Scene scene;
    scene.width = 100;
    scene.height = 50;
    scene.background = plot::Colour{255, 255, 255};
    const auto with_line = [&](double y) {
        plot::Scene drawn = scene;
        plot::Path path;
        path.move_to({10, y});
        path.line_to({90, y});
        drawn.marks.push_back(
            {plot::Role::curve, plot::PathMark{path, plot::Stroke{{}, 2, {}, plot::Cap::butt}, {}, {}}, "line"});
        return pixels::decode(plot::render_png(drawn, 1));
    };
    const auto same = pixels::difference(with_line(20), with_line(20));
    CHECK(same.mean == 0);
    CHECK(same.greatest == 0);
    const auto moved = pixels::difference(with_line(20), with_line(22));
    CHECK(moved.greatest == 255);
    CHECK(moved.share == Approx(2 * 80 * 2 / 5000.0));
    const auto again = pixels::decode(pixels::encode(moved.picture));
    CHECK(again.rgba == moved.picture.rgba);
}
