namespace SeizureIntel.Submissions;

/// <summary>What was committed up to some moment and is not confirmed by the index.</summary>
/// <param name="LastBatch">The newest batch among them; 0 for none.</param>
/// <param name="Waiting">Batches that wait or are being fed.</param>
/// <param name="Parked">Batches given up until a rebuild.</param>
/// <param name="Seizures">Seizures in all of them.</param>
/// <param name="Refused">Seizures beside them that the index refused; they are tried again by themselves and by a rebuild.</param>
public sealed record OutboxBacklog(long LastBatch, int Waiting, int Parked, int Seizures, int Refused = 0)
{
    /// <summary>Seizures that search does not find.</summary>
    public int NotSearchable => Seizures + Refused;
}
