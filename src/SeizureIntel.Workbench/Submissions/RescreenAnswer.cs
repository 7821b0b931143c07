namespace SeizureIntel.Workbench.Submissions;

/// <summary>What a newer edition of the rules of screening found in what is kept.</summary>
/// <param name="Rules">The edition of the rules.</param>
/// <param name="IsTrial">True where nothing was changed.</param>
/// <param name="Submissions">Submissions looked at.</param>
/// <param name="Cases">Cases of which a text is screened further.</param>
/// <param name="Rows">Archived rows of which a cell is screened further.</param>
/// <param name="IsOutOfIndex">False where the index could not be reached: <c>reindex</c> is due.</param>
public sealed record RescreenAnswer(string Rules, bool IsTrial, int Submissions, int Cases, int Rows, bool IsOutOfIndex);
