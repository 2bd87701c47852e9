// Figures per CPU second over the catalogue in both languages and two themes, layout (scene) and rendering apart, and
// what a second thread brings. Study and start-up (fonts, the first figure) are not counted. Compare on one machine
// only; where others use the machine too, CPU figures hold and wall figures do not. usage: figure_bench [runs, of which
// the best counts] [format: SVG, PNG or PDF; default all]
#include "analysis/study.hpp"
#include "base/parallel.hpp"
#include "catalogue/catalogue.hpp"
#include "figure/figure.hpp"
#include "plot/render.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

using namespace actlas;

namespace {

struct Job {
    const analysis::Study* study = nullptr;
    Language language = Language::en;
    const char* theme = "light";
};

struct Taken {
    double cpu = 0, wall = 0; ///< seconds

    Taken& best_of(const Taken& other) {
        cpu = std::min(cpu, other.cpu);
        wall = std::min(wall, other.wall);
        return *this;
    }
};

double cpu_now() {
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

Taken measure(const std::function<void()>& work) {
    const double cpu = cpu_now();
    const auto wall = std::chrono::steady_clock::now();
    work();
    const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - wall;
    return {cpu_now() - cpu, passed.count()};
}

class Bench {
public:
    Bench(const std::vector<Job>& jobs, int runs) : jobs_(jobs), runs_(runs) {}

    /// Lays every figure out from cold caches, as a run of the program does.
    Taken layout() {
        Taken best{std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity()};
        for (int run = 0; run < runs_; ++run) {
            scenes_.clear();
            typesetter_ = started();
            best.best_of(measure([&] {
                for (const Job& job : jobs_)
                    scenes_.push_back(scene(job, *typesetter_));
            }));
        }
        return best;
    }

    /// Of the scenes that layout() left.
    Taken render(const std::function<std::string(const plot::Scene&)>& renderer,
                 std::vector<std::size_t>& sizes) const {
        Taken best{std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity()};
        for (int run = 0; run < runs_; ++run) {
            sizes.clear();
            best.best_of(measure([&] {
                for (const auto& scene : scenes_)
                    sizes.push_back(renderer(scene).size());
            }));
        }
        return best;
    }

    Taken on_threads(unsigned threads, const std::function<std::string(const plot::Scene&)>& renderer) const {
        Taken best{std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity()};
        for (int run = 0; run < runs_; ++run) {
            std::vector<std::unique_ptr<plot::Typesetter>> typesetters;
            for (unsigned i = 0; i < threads; ++i)
                typesetters.push_back(started());
            best.best_of(measure([&] {
                parallel_for(jobs_.size(), threads,
                             [&](std::size_t i, unsigned worker) { renderer(scene(jobs_[i], *typesetters[worker])); });
            }));
        }
        return best;
    }

private:
    static plot::Scene scene(const Job& job, const plot::Typesetter& typesetter) {
        return figure::curve(*job.study, {plot::theme(job.theme), job.language, typesetter});
    }

    std::unique_ptr<plot::Typesetter> started() const {
        auto typesetter = std::make_unique<plot::Typesetter>();
        plot::render_svg(scene(jobs_.front(), *typesetter));
        return typesetter;
    }

    const std::vector<Job>& jobs_;
    int runs_;
    std::unique_ptr<plot::Typesetter> typesetter_;
    std::vector<plot::Scene> scenes_;
};

} // namespace

int main(int argc, char** argv) {
    const int runs = argc > 1 ? std::max(1, std::atoi(argv[1])) : 3;
    const std::string_view only = argc > 2 ? argv[2] : "";

    const auto catalogue = catalogue::Catalogue::builtin();
    std::vector<analysis::Study> studies;
    for (const auto& activation : catalogue.activations())
        studies.push_back(analysis::study(activation, analysis::Scope::properties));
    std::vector<Job> jobs;
    for (const auto& study : studies) {
        for (const Language language : all_languages) {
            for (const char* theme : {"light", "dark"})
                jobs.push_back({&study, language, theme});
        }
    }
    const auto count = static_cast<double>(jobs.size());

    struct Format {
        const char* name;
        std::function<std::string(const plot::Scene&)> render;
    };
    const std::vector<Format> formats{{"SVG", [](const plot::Scene& scene) { return plot::render_svg(scene); }},
                                      {"PNG", [](const plot::Scene& scene) { return plot::render_png(scene, 2); }},
                                      {"PDF", [](const plot::Scene& scene) { return plot::render_pdf(scene); }}};
    Bench bench(jobs, runs);
    const Taken layout = bench.layout();
    fmt::print("{} figures; layout {:.2f} ms CPU a figure\n\n", jobs.size(), 1e3 * layout.cpu / count);
    fmt::print("{:<8}{:>11}{:>15}{:>12}{:>12}{:>17}{:>17}\n", "format", "render ms", "figures/CPU s", "median KB",
               "most KB", "2 threads: wall", "CPU of 1 thread");
    for (const Format& format : formats) {
        if (!only.empty() && only != format.name) continue;
        std::vector<std::size_t> sizes;
        const Taken render = bench.render(format.render, sizes);
        std::sort(sizes.begin(), sizes.end());
        const Taken one = bench.on_threads(1, format.render), two = bench.on_threads(2, format.render);
        fmt::print("{:<8}{:>11.2f}{:>15.0f}{:>12.1f}{:>12.1f}{:>15.2f} x{:>16.2f}\n", format.name,
                   1e3 * render.cpu / count, count / (layout.cpu + render.cpu),
                   static_cast<double>(sizes[sizes.size() / 2]) / 1e3, static_cast<double>(sizes.back()) / 1e3,
                   one.wall / two.wall, one.cpu / two.cpu);
    }
}
