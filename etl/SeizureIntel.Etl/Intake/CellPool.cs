using System;
using System.Runtime.InteropServices;
using SeizureIntel.Text;

namespace SeizureIntel.Etl.Intake;

/// <summary>One column's recent cells, so that a word written a thousand times is one string in memory.</summary>
internal sealed class CellPool
{
    private const int Slots = 1024;
    private const int LongestPooled = 64;
    private const int TrialLookups = 4096;
    private string?[]? _slots = new string?[64];
    private int _lookups;
    private int _hits;

    public string Intern(ReadOnlySpan<char> cell)
    {
        if (cell.IsEmpty)
            return string.Empty;
        if (_slots is null || cell.Length > LongestPooled)
            return cell.ToString();
        if (++_lookups == 512 && _slots.Length < Slots)
            _slots = new string?[Slots];
        if (_lookups == TrialLookups)
        {
            // A column of case numbers gains nothing from being remembered.
            if (_hits < TrialLookups / 8)
            {
                _slots = null;
                return cell.ToString();
            }

            _lookups = 1024;
            _hits = Math.Min(_hits, 1024);
        }

        ref string? slot = ref _slots[ByteHash.Of(MemoryMarshal.AsBytes(cell)) & (uint)(_slots.Length - 1)];
        if (slot is not null && cell.SequenceEqual(slot))
        {
            _hits++;
            return slot;
        }

        return slot = cell.ToString();
    }
}
