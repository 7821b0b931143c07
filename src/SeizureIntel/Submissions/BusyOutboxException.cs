using System;

namespace SeizureIntel.Submissions;

/// <summary>The index is taking records at this moment that were to be changed: it would feed them as they were.</summary>
public sealed class BusyOutboxException()
    : InvalidOperationException("The index is taking these records now; the change can be made in a moment.");
