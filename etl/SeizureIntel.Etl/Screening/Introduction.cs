namespace SeizureIntel.Etl.Screening;

/// <summary>What a word of <c>introducers.csv</c> says of a number beside it.</summary>
internal enum Introduction
{
    /// <summary>Passport, pasaporte: a travel document's number is near.</summary>
    Passport,

    /// <summary>A word that means a passport and other things (Pass): only a document's number right behind it counts.</summary>
    PassportSure,

    /// <summary>Identity card, DNI, driving licence, visa, ticket.</summary>
    Identity,

    /// <summary>A bank account.</summary>
    Account,

    /// <summary>A payment card.</summary>
    Card,

    /// <summary>Plate, matrícula, гос. номер: a vehicle's registration stands behind it.</summary>
    Plate,

    /// <summary>plakalı: the registration stands before it.</summary>
    PlateBehind,

    /// <summary>Truck, camión: a registration may stand beside it without being announced.</summary>
    Vehicle,

    /// <summary>Chassis, bastidor, VIN.</summary>
    Vin,

    /// <summary>A ship's IMO number.</summary>
    Imo,

    /// <summary>A ship's radio identity.</summary>
    Mmsi,

    /// <summary>A ship's call sign.</summary>
    CallSign,

    /// <summary>A freight container.</summary>
    Container,

    /// <summary>Waybill, bill of lading, parcel, booking.</summary>
    Freight,

    /// <summary>A parcel or consignment, which may be counted as well: its number holds letters.</summary>
    Parcel,

    /// <summary>A traveller's booking or ticket: six letters and digits (the airlines' record locator) or a ticket's number.</summary>
    Booking,

    /// <summary>A boarding pass: flight, seat and locator stand behind it.</summary>
    Boarding,

    /// <summary>The number under which a traveller checked in.</summary>
    Sequence,

    /// <summary>A serial number or IMEI.</summary>
    Serial,

    /// <summary>An officer's or informant's number.</summary>
    Badge,

    /// <summary>EORI, VAT and the like.</summary>
    Tax,

    /// <summary>A telephone.</summary>
    Phone,

    /// <summary>A messenger or network in which somebody has a name.</summary>
    Handle,

    /// <summary>A word for accounts: beside a network somebody's name stands behind it.</summary>
    Profile,

    /// <summary>A flight.</summary>
    Flight,

    /// <summary>A seat.</summary>
    Seat,

    /// <summary>"is", "of", "bearing": may stand between a word and its number.</summary>
    Connector,

    /// <summary>"no.", "number", "numaralı": a number stands beside it.</summary>
    Number,

    /// <summary>"forged", "white", "issued by": may stand between a word and its number.</summary>
    Filler,

    /// <summary>A land or people: may stand between a word and its number.</summary>
    Nation,

    /// <summary>"and": a second number of the same kind may follow.</summary>
    Joint,

    /// <summary>A unit of goods: what stands before it is a quantity.</summary>
    Unit,

    /// <summary>HS, UN, ISO: what begins with it is no registration.</summary>
    NotPlate,

    /// <summary>A make or model of vehicles: what begins with it is no registration.</summary>
    PlateModel,

    /// <summary>CDI, GTI, XLT: a model's engine or equipment; what holds it behind a make is no registration.</summary>
    Trim,

    /// <summary>The first three signs of a vehicle identification number, which name its maker.</summary>
    Maker,

    /// <summary>A town or province that is written before its registrations: Dubai R 60202.</summary>
    PlateTown,
}
