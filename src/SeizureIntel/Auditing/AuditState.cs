namespace SeizureIntel.Auditing;

/// <summary>What a reading of the whole chain found.</summary>
/// <param name="Records">Records read.</param>
/// <param name="FirstBroken">Number of the first that does not follow the one before; null for a whole chain.</param>
/// <param name="LastHash">Hash of the last record that follows: what to write down elsewhere, since nothing shows that an end was cut off.</param>
public sealed record AuditState(long Records, long? FirstBroken, string LastHash);
