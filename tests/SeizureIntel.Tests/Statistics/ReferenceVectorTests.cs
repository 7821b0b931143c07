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
