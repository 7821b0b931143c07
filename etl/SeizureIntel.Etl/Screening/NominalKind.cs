namespace SeizureIntel.Etl.Screening;

/// <summary>A class of data by which a reader could single out a person or a company.</summary>
public enum NominalKind
{
    /// <summary>A person's name or alias.</summary>
    PersonName,

    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>A name or number in a social network or messenger.</summary>
    Handle,

    /// <summary>A telephone number.</summary>
    Phone,

    /// <summary>A street address.</summary>
    Address,

    /// <summary>A date, year or place of birth.</summary>
    DateOfBirth,

    /// <summary>A passport number or a line of a machine-readable travel document.</summary>
    Passport,

    /// <summary>A national identity, tax, social security, licence, visa or ticket number.</summary>
    NationalId,

    /// <summary>A bank account.</summary>
    Iban,

    /// <summary>A payment card.</summary>
    CardNumber,

    /// <summary>A wallet of a crypto currency.</summary>
    CryptoAddress,

    /// <summary>A vehicle's plate or identification number.</summary>
    PlateOrVin,

    /// <summary>A vessel's name or number, or a container's number.</summary>
    VesselOrContainer,

    /// <summary>An air waybill, bill of lading, parcel or booking number.</summary>
    TrackingNumber,

    /// <summary>A company's name or registration number.</summary>
    Company,

    /// <summary>An officer's or informant's name or badge.</summary>
    Officer,

    /// <summary>A network address of a device.</summary>
    Ip,

    /// <summary>A web address.</summary>
    Url,

    /// <summary>A number engraved in or burnt into an object: a telephone's IMEI, a serial number in a text.</summary>
    ObjectNumber,

    /// <summary>Health, ethnicity, religion or political opinion of a person.</summary>
    SpecialCategory,

    /// <summary>A number that nothing in the text explains: no quantity, amount, date, law, code of goods or model.</summary>
    Unexplained,

    /// <summary>What singles out together with other facts: an exact time, a flight, a seat, an age, coordinates.</summary>
    QuasiIdentifier,
}
