using SeizureIntel.Analytics.Findings;

namespace SeizureIntel.Workbench.Studies.Kept;

/// <summary>A study's result as it lies in the folder.</summary>
/// <param name="Key">What was asked, of which data; the file's name is only a hash of it.</param>
/// <param name="Result">The answer.</param>
internal sealed record KeptStudy(string Key, StudyResult Result);
