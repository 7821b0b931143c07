using System.Collections.Generic;
using SeizureIntel.Submissions;

namespace SeizureIntel.Etl.Normalisation;

/// <summary>One row, understood field by field, before the rules across fields.</summary>
/// <param name="Row">The row number a spreadsheet shows.</param>
/// <param name="Items">Its items; at least one. Fields of the case are read off the first.</param>
/// <param name="Issues">What was not understood.</param>
internal sealed record SeizureDraft(int Row, IReadOnlyList<ItemDraft> Items, IReadOnlyList<Issue> Issues);
