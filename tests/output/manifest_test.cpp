#include "base/diagnostic.hpp"
#include "output/depfile.hpp"
#include "output/manifest.hpp"
#include "output/sha256.hpp"
#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

using namespace actlas;
using namespace actlas::output;

TEST_CASE("SHA-256 of the examples in FIPS 180-2") {
    CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    CHECK(sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(sha256(std::string("\0", 1)) == "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
}

TEST_CASE("the digest of a file is that of its bytes, over more than one block too") {
    const test::TemporaryFolder temporary;
    const std::string bytes(3'000'001, 'a');
    CHECK(sha256_of_file(temporary.write("big", bytes)) == sha256(bytes));
    CHECK(sha256_of_file(temporary.write("empty", "")) == sha256(""));
    CHECK_THROWS_WITH(sha256_of_file(temporary / "none"),
                      "cannot read " + (temporary / "none").string() + ": No such file or directory");
    CHECK_THROWS_AS(sha256_of_file(temporary.path()), FileError);
}

TEST_CASE("a manifest is sorted and reads back") {
    const Manifest manifest =
        make_manifest({{"b", "abc"}, {"a/c", ""}}, "1.2.3", {{"STIX Math", "s.otf", "00"}, {"Inter", "i.otf", "11"}});
    const Artefact artefact = to_artefact(manifest);
    CHECK(artefact.path == "manifest.json");
    CHECK(artefact.bytes == R"({
  "schema": "actlas.manifest/1",
  "version": "1.2.3",
  "fonts": [
    {
      "family": "Inter",
      "file": "i.otf",
      "sha256": "11"
    },
    {
      "family": "STIX Math",
      "file": "s.otf",
      "sha256": "00"
    }
  ],
  "files": {
    "a/c": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "b": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
  }
}
)");
    const auto back = parse_manifest(artefact.bytes);
    REQUIRE(back.has_value());
    CHECK(back->version == manifest.version);
    CHECK(back->files == manifest.files);
}

TEST_CASE("what is no manifest of ours is not read") {
    for (const char* text : {"", "{", "[]", "{}", R"({"schema": "other/1", "version": "1", "fonts": [], "files": {}})",
                             R"({"schema": "actlas.manifest/1", "version": 1, "fonts": [], "files": {}})",
                             R"({"schema": "actlas.manifest/1", "version": "1", "fonts": [], "files": {"a": 1}})"}) {
        INFO(text);
        CHECK_FALSE(parse_manifest(text).has_value());
    }
    const auto manifest = parse_manifest(
        R"({"schema": "actlas.manifest/1", "version": "1", "fonts": [], "files": {"../a": "0", "/b": "0", "c": "0"}})");
    REQUIRE(manifest.has_value());
    CHECK(manifest->files == std::map<std::string, std::string>{{"c", "0"}});
}

TEST_CASE("a dependency file escapes what make and ninja would misread") {
    CHECK(depfile("out/manifest.json", {"b c.toml", "a$#.toml", "b c.toml"}) ==
          "out/manifest.json: \\\n  a$$\\#.toml \\\n  b\\ c.toml\n");
    CHECK(depfile("t", {}) == "t:\n");
    CHECK_THROWS_AS(depfile("t", {"a\nb"}), InputError);
}
