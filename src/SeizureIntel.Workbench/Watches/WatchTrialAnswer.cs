using System;
using System.Collections.Generic;

namespace SeizureIntel.Workbench.Watches;

/// <summary>What a watch would have told.</summary>
/// <param name="Days">Days of history tried, today among them.</param>
/// <param name="Times">How often it would have told.</param>
/// <param name="Seizures">Matches among what came in.</param>
/// <param name="Uploads">Uploads that brought any.</param>
/// <param name="Each">One element a day, oldest first.</param>
public sealed record WatchTrialAnswer(int Days, int Times, int Seizures, int Uploads, IReadOnlyList<WatchTrialDay> Each);

/// <summary>A day of the trial.</summary>
/// <param name="Day">The day, UTC.</param>
/// <param name="Seizures">Matches among what came in that day.</param>
/// <param name="Times">How often it would have told that day.</param>
public sealed record WatchTrialDay(DateOnly Day, int Seizures, int Times);
