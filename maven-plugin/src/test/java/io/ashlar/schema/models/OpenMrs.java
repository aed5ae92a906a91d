package io.ashlar.schema.models;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The core of OpenMRS, a record of patients (github.com/openmrs/openmrs-core, MPL 2.0): its tables and fields, typed anew.
 * Joined inheritance thrice, cycles through nearly every table, as each row tells the user who made it and each user is
 * a person, trees, roles that hold roles, a map of texts, large numbers of foreign keys.
 */
@SuppressWarnings("NullAway") // JPA sets the fields
public final class OpenMrs {

    private OpenMrs() {}

    /** All its entities. */
    public static List<Class<?>> models() {
        return List.of(
                Person.class,
                Patient.class,
                PersonName.class,
                PersonAddress.class,
                User.class,
                Role.class,
                Privilege.class,
                Concept.class,
                ConceptNumeric.class,
                ConceptComplex.class,
                ConceptName.class,
                ConceptAnswer.class,
                ConceptClass.class,
                ConceptDatatype.class,
                Location.class,
                LocationTag.class,
                PatientIdentifierType.class,
                PatientIdentifier.class,
                EncounterType.class,
                Visit.class,
                Encounter.class,
                Obs.class,
                Drug.class,
                Order.class,
                DrugOrder.class,
                TestOrder.class,
                GlobalProperty.class);
    }

    /** Who made a row, and when. */
    @MappedSuperclass
    abstract static class Made {
        @ManyToOne(optional = false)
        @JoinColumn(name = "creator", nullable = false)
        User creator;

        @Column(nullable = false)
        LocalDateTime dateCreated;

        @Column(length = 38, nullable = false, unique = true)
        String uuid;
    }

    /** A row that is never deleted. */
    @MappedSuperclass
    abstract static class Voidable extends Made {
        boolean voided;

        @ManyToOne
        @JoinColumn(name = "voided_by")
        User voidedBy;

        LocalDateTime dateVoided;
        String voidReason;
    }

    /** A row with a name that retires. */
    @MappedSuperclass
    abstract static class Named extends Made {
        @Column(nullable = false)
        String name;

        @Column(length = 1024)
        String description;

        boolean retired;

        @ManyToOne
        @JoinColumn(name = "retired_by")
        User retiredBy;
    }

    @Entity
    @Table(name = "person")
    @Inheritance(strategy = InheritanceType.JOINED)
    static class Person extends Voidable {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer personId;

        @Column(length = 50)
        String gender;

        LocalDate birthdate;
        boolean birthdateEstimated;
        boolean dead;
        LocalDateTime deathDate;
        LocalTime birthtime;

        @ManyToOne
        @JoinColumn(name = "cause_of_death")
        Concept causeOfDeath;

        @OneToMany(mappedBy = "person")
        Set<PersonName> names;
    }

    @Entity
    @Table(name = "patient")
    @PrimaryKeyJoinColumn(name = "patient_id")
    static class Patient extends Person {
        @Column(length = 50, nullable = false)
        String allergyStatus;

        @OneToMany(mappedBy = "patient")
        Set<PatientIdentifier> identifiers;
    }

    @Entity
    @Table(name = "person_name")
    static class PersonName extends Voidable {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer personNameId;

        boolean preferred;

        @ManyToOne(optional = false)
        Person person;

        @Column(length = 50)
        String givenName;

        @Column(length = 50)
        String familyName;

        @Column(length = 50)
        String degree;
    }

    @Entity
    @Table(name = "person_address")
    static class PersonAddress extends Voidable {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer personAddressId;

        @ManyToOne
        Person person;

        boolean preferred;
        String address1;
        String address2;
        String cityVillage;

        @Column(length = 50)
        String postalCode;

        @Column(length = 50)
        String latitude;
    }

    @Entity
    @Table(name = "users")
    static class User extends Made {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer userId;

        @Column(length = 50, nullable = false)
        String systemId;

        @Column(length = 50)
        String username;

        @ManyToOne(optional = false)
        Person person;

        boolean retired;

        @ManyToMany
        @JoinTable(
                name = "user_role",
                joinColumns = @JoinColumn(name = "user_id"),
                inverseJoinColumns = @JoinColumn(name = "role"))
        Set<Role> roles;

        @ElementCollection
        @CollectionTable(name = "user_property", joinColumns = @JoinColumn(name = "user_id"))
        @MapKeyColumn(name = "property", length = 255)
        @Column(name = "property_value")
        @Lob
        Map<String, String> userProperties;
    }

    @Entity
    @Table(name = "role")
    static class Role {
        @Id
        @Column(name = "role", length = 50)
        String role;

        @Column(length = 255)
        String description;

        @Column(length = 38, nullable = false, unique = true)
        String uuid;

        @ManyToMany
        @JoinTable(
                name = "role_privilege",
                joinColumns = @JoinColumn(name = "role"),
                inverseJoinColumns = @JoinColumn(name = "privilege"))
        Set<Privilege> privileges;

        @ManyToMany
        @JoinTable(
                name = "role_role",
                joinColumns = @JoinColumn(name = "child_role"),
                inverseJoinColumns = @JoinColumn(name = "parent_role"))
        Set<Role> inheritedRoles;

        @ManyToMany(mappedBy = "inheritedRoles")
        Set<Role> childRoles;
    }

    @Entity
    @Table(name = "privilege")
    static class Privilege {
        @Id
        @Column(name = "privilege", length = 255)
        String privilege;

        @Lob
        String description;

        @Column(length = 38, nullable = false, unique = true)
        String uuid;
    }

    @Entity
    @Table(name = "concept_class")
    static class ConceptClass extends Named {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer conceptClassId;
    }

    @Entity
    @Table(name = "concept_datatype")
    static class ConceptDatatype extends Named {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer conceptDatatypeId;

        @Column(length = 3)
        String hl7Abbreviation;
    }

    @Entity
    @Table(name = "concept")
    @Inheritance(strategy = InheritanceType.JOINED)
    static class Concept extends Made {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer conceptId;

        boolean retired;
        String shortName;

        @ManyToOne(optional = false)
        @JoinColumn(name = "datatype_id", nullable = false)
        ConceptDatatype datatype;

        @ManyToOne(optional = false)
        @JoinColumn(name = "class_id", nullable = false)
        ConceptClass conceptClass;

        @OneToMany(mappedBy = "concept")
        Set<ConceptName> names;
    }

    @Entity
    @Table(name = "concept_numeric")
    static class ConceptNumeric extends Concept {
        Double hiAbsolute;
        Double hiCritical;
        Double lowAbsolute;
        Double lowCritical;

        @Column(length = 50)
        String units;

        boolean allowDecimal;
        Integer displayPrecision;
    }

    @Entity
    @Table(name = "concept_complex")
    static class ConceptComplex extends Concept {
        String handler;
    }

    /** What kind of name it is. */
    enum ConceptNameType {
        FULLY_SPECIFIED,
        SHORT,
        INDEX_TERM
    }

    @Entity
    @Table(name = "concept_name")
    static class ConceptName extends Voidable {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer conceptNameId;

        @ManyToOne
        Concept concept;

        @Column(nullable = false)
        String name;

        @Column(length = 50, nullable = false)
        String locale;

        @Enumerated(EnumType.STRING)
        ConceptNameType conceptNameType;

        Boolean localePreferred;
    }

    @Entity
    @Table(name = "concept_answer")
    static class ConceptAnswer extends Made {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer conceptAnswerId;

        @ManyToOne(optional = false)
        Concept concept;

        @ManyToOne
        @JoinColumn(name = "answer_concept")
        Concept answerConcept;

        @ManyToOne
        @JoinColumn(name = "answer_drug")
        Drug answerDrug;

        Double sortWeight;
    }

    @Entity
    @Table(name = "location")
    static class Location extends Named {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer locationId;

        @ManyToOne
        @JoinColumn(name = "parent_location")
        Location parentLocation;

        @ManyToMany
        @JoinTable(
                name = "location_tag_map",
                joinColumns = @JoinColumn(name = "location_id"),
                inverseJoinColumns = @JoinColumn(name = "location_tag_id"))
        Set<LocationTag> tags;
    }

    @Entity
    @Table(name = "location_tag")
    static class LocationTag extends Named {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer locationTagId;
    }

    @Entity
    @Table(name = "patient_identifier_type")
    static class PatientIdentifierType extends Named {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer patientIdentifierTypeId;

        String format;
        boolean checkDigit;
        boolean required;
    }

    @Entity
    @Table(name = "patient_identifier")
    static class PatientIdentifier extends Voidable {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer patientIdentifierId;

        @ManyToOne(optional = false)
        Patient patient;

        @Column(length = 50, nullable = false)
        String identifier;

        @ManyToOne(optional = false)
        @JoinColumn(name = "identifier_type", nullable = false)
        PatientIdentifierType identifierType;

        @ManyToOne
        Location location;

        boolean preferred;
    }

    @Entity
    @Table(name = "encounter_type")
    static class EncounterType extends Named {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer encounterTypeId;
    }

    @Entity
    @Table(name = "visit")
    static class Visit extends Voidable {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer visitId;

        @ManyToOne(optional = false)
        Patient patient;

        @ManyToOne
        Location location;

        @Column(nullable = false)
        LocalDateTime dateStarted;

        LocalDateTime dateStopped;
    }

    @Entity
    @Table(name = "encounter")
    static class Encounter extends Voidable {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer encounterId;

        @ManyToOne(optional = false)
        @JoinColumn(name = "encounter_type", nullable = false)
        EncounterType encounterType;

        @ManyToOne(optional = false)
        Patient patient;

        @ManyToOne
        Location location;

        @ManyToOne
        Visit visit;

        @Column(nullable = false)
        LocalDateTime encounterDatetime;
    }

    /** How it came about. */
    enum Interpretation {
        NORMAL,
        ABNORMAL,
        CRITICALLY_LOW,
        CRITICALLY_HIGH
    }

    @Entity
    @Table(name = "obs")
    static class Obs extends Voidable {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer obsId;

        @ManyToOne(optional = false)
        Person person;

        @ManyToOne(optional = false)
        Concept concept;

        @ManyToOne
        Encounter encounter;

        @ManyToOne
        Order order;

        @Column(nullable = false)
        LocalDateTime obsDatetime;

        @ManyToOne
        Location location;

        @ManyToOne
        @JoinColumn(name = "obs_group_id")
        Obs obsGroup;

        @ManyToOne
        @JoinColumn(name = "value_coded")
        Concept valueCoded;

        @ManyToOne
        @JoinColumn(name = "value_coded_name_id")
        ConceptName valueCodedName;

        @ManyToOne
        @JoinColumn(name = "value_drug")
        Drug valueDrug;

        LocalDateTime valueDatetime;
        Double valueNumeric;

        @Lob
        String valueText;

        @ManyToOne
        @JoinColumn(name = "previous_version", unique = true)
        Obs previousVersion;

        @Enumerated(EnumType.STRING)
        Interpretation interpretation;
    }

    @Entity
    @Table(name = "drug")
    static class Drug extends Named {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer drugId;

        @ManyToOne(optional = false)
        Concept concept;

        boolean combination;

        @ManyToOne
        @JoinColumn(name = "dosage_form")
        Concept dosageForm;

        String strength;
    }

    @Entity
    @Table(name = "orders")
    @Inheritance(strategy = InheritanceType.JOINED)
    static class Order extends Voidable {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer orderId;

        @ManyToOne(optional = false)
        Concept concept;

        @ManyToOne(optional = false)
        Patient patient;

        @ManyToOne(optional = false)
        Encounter encounter;

        @Lob
        String instructions;

        LocalDateTime dateActivated;
        LocalDateTime dateStopped;

        @ManyToOne
        @JoinColumn(name = "previous_order_id")
        Order previousOrder;

        @Column(length = 50, nullable = false, unique = true)
        String orderNumber;
    }

    @Entity
    @Table(name = "drug_order")
    static class DrugOrder extends Order {
        @ManyToOne
        @JoinColumn(name = "drug_inventory_id")
        Drug drug;

        Double dose;
        boolean asNeeded;
        Double quantity;

        @ManyToOne
        @JoinColumn(name = "dose_units")
        Concept doseUnits;

        Integer numRefills;
    }

    /** Which side. */
    enum Laterality {
        LEFT,
        RIGHT,
        BILATERAL
    }

    @Entity
    @Table(name = "test_order")
    static class TestOrder extends Order {
        @ManyToOne
        @JoinColumn(name = "specimen_source")
        Concept specimenSource;

        @Enumerated(EnumType.STRING)
        Laterality laterality;

        @Lob
        String clinicalHistory;
    }

    @Entity
    @Table(name = "global_property")
    static class GlobalProperty {
        @Id
        @Column(name = "property", length = 255)
        String property;

        @Lob
        String propertyValue;

        @Lob
        String description;

        @Column(length = 38, nullable = false, unique = true)
        String uuid;
    }
}
