using System.Text.Json.Serialization;
using SeizureIntel.Workbench.Shapes;

namespace SeizureIntel.Workbench.Studies.Kept;

/// <summary>How kept studies are written: made at build time, as a kept answer must not wait for a serialiser to look at its types.</summary>
[JsonSourceGenerationOptions(
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    Converters = [typeof(SeizureQueryConverter), typeof(CellConverter), typeof(PhraseConverter), typeof(ReaderConverter)]
)]
[JsonSerializable(typeof(KeptStudy))]
internal sealed partial class KeptStudyJson : JsonSerializerContext;
