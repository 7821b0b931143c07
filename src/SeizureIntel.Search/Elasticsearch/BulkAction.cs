using System;
using System.Buffers;
using System.Text;
using SeizureIntel.Cases;

namespace SeizureIntel.Search.Elasticsearch;

/// <summary>One line of a bulk request: a seizure that is written, or a copy of one that is removed from a year where it no longer belongs.</summary>
/// <param name="Index">The index.</param>
/// <param name="Id">Id of the seizure.</param>
/// <param name="Case">Its case; null for a removal.</param>
/// <param name="Seizure">The seizure; null for a removal.</param>
/// <param name="Received">Its place in the order of receipt.</param>
internal readonly record struct BulkAction(string Index, string Id, Case? Case, Seizure? Seizure, long Received)
{
    public void Write(IBufferWriter<byte> into, SeizureDocument document)
    {
        // Ids are letters, digits and hyphens, and index names are ours: nothing here needs escaping.
        Line(into, $"{{\"{(Case is null ? "delete" : "index")}\":{{\"_index\":\"{Index}\",\"_id\":\"{Id}\"}}}}\n");
        if (Case is null)
            return;
        document.Write(into, Case, Seizure!, Received);
        into.Write("\n"u8);
    }

    private static void Line(IBufferWriter<byte> into, string text)
    {
        Span<byte> room = into.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length));
        into.Advance(Encoding.UTF8.GetBytes(text, room));
    }
}
