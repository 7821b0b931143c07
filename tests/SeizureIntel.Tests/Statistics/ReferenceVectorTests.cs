using System;
using System.IO;
using System.Linq;
using SeizureIntel.Validation.Vectors;
using Xunit;

namespace SeizureIntel.Tests.Statistics;

public sealed class ReferenceVectorTests
{
    public static TheoryData<string> Folders => [.. VectorValidation.FolderNames];

    public static TheoryData<string> OwnFolders => [.. VectorValidation.OwnFolderNames];

    [Theory]
    [MemberData(nameof(Folders))]
    public void Every_file_of_a_reference_folder_agrees(string folder)
    {
        var vectors = VectorsFolder();
        Assert.SkipWhen(vectors is null, "the reference vectors (../shared/vectors) are not beside this repository");
        using var output = new StringWriter();

        var reports = VectorValidation.Run(vectors, null, output, [folder]);

        TestContext.Current.TestOutputHelper?.WriteLine(output.ToString());
        Assert.NotEmpty(reports);
        Assert.True(reports.All(r => r.Passed), output.ToString());
        Assert.Equal(0, VectorValidation.ExitCode(reports));
    }

    [Theory]
    [MemberData(nameof(OwnFolders))]
    public void Every_file_of_our_own_vectors_agrees(string folder)
    {
        using var output = new StringWriter();

        var reports = VectorValidation.Run(VectorValidation.OwnVectors, null, output, [folder]);

        Assert.NotEmpty(reports);
        Assert.True(reports.All(r => r.Passed && r.ValuesCompared > 0), output.ToString());
    }

    [Fact]
    public void A_missing_folder_is_a_failure_with_its_name()
    {
        var empty = Directory.CreateTempSubdirectory("vectors");
        try
        {
            using var output = new StringWriter();

            var reports = VectorValidation.Run(empty.FullName, null, output);

            Assert.Equal(VectorValidation.FolderNames.Count, reports.Count);
            Assert.All(reports, r => Assert.False(r.Passed));
            Assert.All(VectorValidation.FolderNames, name => Assert.Contains("FAIL " + name, output.ToString(), StringComparison.Ordinal));
            Assert.Equal(1, VectorValidation.ExitCode(reports));
        }
        finally
        {
            empty.Delete(recursive: true);
        }
    }

    [Fact]
    public void Our_values_are_written_under_the_same_path_with_the_same_header()
    {
        var vectors = VectorsFolder();
        Assert.SkipWhen(vectors is null, "the reference vectors (../shared/vectors) are not beside this repository");
        var target = Directory.CreateTempSubdirectory("vectors-out");
        try
        {
            VectorValidation.Run(vectors, target.FullName, TextWriter.Null, ["sparse"]);

            var reference = File.ReadAllLines(Path.Combine(vectors, "sparse", "expected.csv"));
            var ours = File.ReadAllLines(Path.Combine(target.FullName, "sparse", "expected.csv"));
            Assert.Equal(reference[0], ours[0]);
            Assert.Equal(reference.Length, ours.Length);
            Assert.Equal(reference.Select(l => string.Join(',', l.Split(',')[..5])), ours.Select(l => string.Join(',', l.Split(',')[..5])));
        }
        finally
        {
            target.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_missing_file_does_not_keep_its_neighbours_from_being_checked()
    {
        var vectors = Directory.CreateTempSubdirectory("vectors");
        try
        {
            Directory.CreateDirectory(Path.Combine(vectors.FullName, "scoring"));

            // |1 - 3|, |2 - 3|, |6 - 3| on average, less half the mean distance of all pairs: 2 - 10/9
            File.WriteAllText(
                Path.Combine(vectors.FullName, "scoring", "sample_crps.json"),
                """[{"case": 1, "y": 3, "sample": [1, 2, 6], "crps": 0.888888888888889}]"""
            );
            using var output = new StringWriter();

            var reports = VectorValidation.Run(vectors.FullName, null, output, ["scoring"]);

            Assert.Equal(2, reports.Count);
            Assert.Contains("FAIL scoring/distribution_scores.csv", output.ToString(), StringComparison.Ordinal);
            Assert.Contains("pass scoring/sample_crps.json", output.ToString(), StringComparison.Ordinal);
        }
        finally
        {
            vectors.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_list_of_one_value_may_stand_as_the_plain_value()
    {
        var vectors = Directory.CreateTempSubdirectory("vectors");
        try
        {
            Directory.CreateDirectory(Path.Combine(vectors.FullName, "fdr"));
            File.WriteAllText(
                Path.Combine(vectors.FullName, "fdr", "expected.json"),
                """[{"case": 1, "p": 0.03, "bh": 0.03, "by": 0.03, "holm": 0.03, "qvalue_pi0": null, "qvalue": null}]"""
            );
            using var output = new StringWriter();

            VectorValidation.Run(vectors.FullName, vectors.FullName, output, ["fdr"]);

            Assert.Contains("pass fdr/expected.json", output.ToString(), StringComparison.Ordinal);
            Assert.Contains(
                "\"bh\": 0.03",
                File.ReadAllText(Path.Combine(vectors.FullName, "fdr", "expected.json")),
                StringComparison.Ordinal
            );
        }
        finally
        {
            vectors.Delete(recursive: true);
        }
    }

    private static string? VectorsFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "shared", "vectors");
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        return null;
    }
}
