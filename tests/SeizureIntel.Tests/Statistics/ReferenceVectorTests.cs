using System;
using System.IO;
using System.Linq;
using SeizureIntel.App.Validation;
using Xunit;

namespace SeizureIntel.Tests.Statistics;

public sealed class ReferenceVectorTests
{
    public static TheoryData<string> Folders => [.. VectorValidation.FolderNames];

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
