namespace SeizureIntel.Workbench.Submissions;

/// <summary>What left the figures.</summary>
/// <param name="Id">The submission.</param>
/// <param name="Done"><c>withdrawn</c> or <c>erased</c>.</param>
/// <param name="Seizures">Seizures that it brought.</param>
/// <param name="Cases">Cases that it brought.</param>
/// <param name="IsOutOfIndex">False where the index could not be reached: it follows when it can.</param>
public sealed record WithdrawalAnswer(string Id, string Done, int Seizures, int Cases, bool IsOutOfIndex);
