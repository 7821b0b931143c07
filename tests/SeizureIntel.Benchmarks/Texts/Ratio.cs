using SeizureIntel.Benchmarks.Running;

namespace SeizureIntel.Benchmarks.Texts;

/// <summary>What is read beside what a person read.</summary>
/// <param name="Proposed">How many were told.</param>
/// <param name="Right">How many of those are right.</param>
/// <param name="Labelled">How many a person read.</param>
/// <param name="Found">How many of those were told rightly.</param>
internal readonly record struct Ratio(int Proposed, int Right, int Labelled, int Found)
{
    /// <summary>Whether so much of what is told is right, and so much of what is stated is told.</summary>
    public bool Meets(double precision, double recall) => Right >= precision * Proposed && Found >= recall * Labelled;

    public override string ToString() => $"precision {Share(Right, Proposed)}, recall {Share(Found, Labelled)}";

    private static string Share(int part, int of) => of == 0 ? "–" : CaseRun.Line($"{(double)part / of:0.000} ({part} of {of})");
}
