using System;
using System.Globalization;
using System.Linq;
using System.Runtime.InteropServices;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Queries;

namespace SeizureIntel.Workbench.Studies.Kept;

/// <summary>Everything a study's result depends on, as one text: program, code lists, data, question and audience.</summary>
internal static class StudyKey
{
    /// <summary>The key of a result.</summary>
    /// <param name="engine">What reads and counts.</param>
    /// <param name="lists">Name of the code lists' contents.</param>
    /// <param name="data">Name of what the index holds.</param>
    /// <param name="study">Name of the study.</param>
    /// <param name="scope">What is asked, and who asks: readers who may see different records never share a result.</param>
    public static string Of(Type engine, string lists, string data, string study, StudyScope scope) =>
        string.Join('\n', Program(engine), lists, data, study, scope.Reader.Key, Question(scope));

    /// <summary>What is asked, whoever asks, of whichever data.</summary>
    public static string Question(StudyScope scope) =>
        SeizureQueryJson.Write(scope.Query)
        + "\n"
        + string.Create(CultureInfo.InvariantCulture, $"all={scope.ShowAll} suppress={scope.SuppressBelow} region={scope.Region}");

    // The build of everything that reads, counts and tells: another build may tell otherwise.
    private static string Program(Type engine) =>
        string.Join(
            ' ',
            new[] { typeof(StudyKey), engine, typeof(StudyResult), typeof(SeizureQuery) }
                .Select(t => t.Module.ModuleVersionId.ToString("N"))
                .Append(RuntimeInformation.FrameworkDescription)
        );
}
