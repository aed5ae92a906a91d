package io.ashlar.schema.models;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKey;
import jakarta.persistence.OneToMany;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

/**
 * The human tasks of jBPM (github.com/kiegroup/jbpm, Apache 2.0): its tables and fields, typed anew. Relations inside of
 * embeddables, seven lists of one class that each put a column of their own into its table, one table for a hierarchy,
 * a sequence for each table, names in mixed case.
 */
@SuppressWarnings("NullAway") // JPA sets the fields
public final class HumanTasks {

    private HumanTasks() {}

    /** All its entities. */
    public static List<Class<?>> models() {
        return List.of(
                Task.class,
                I18nText.class,
                Comment.class,
                Attachment.class,
                Content.class,
                Deadline.class,
                Escalation.class,
                BooleanExpression.class,
                Notification.class,
                EmailNotification.class,
                EmailHeader.class,
                Reassignment.class,
                OrganizationalEntity.class,
                User.class,
                Group.class,
                TaskEvent.class);
    }

    /** How far a task is. */
    enum Status {
        Created,
        Ready,
        Reserved,
        InProgress,
        Suspended,
        Completed,
        Failed,
        Error,
        Exited,
        Obsolete
    }

    @Entity
    @Table(
            name = "Task",
            indexes = {
                @Index(name = "IDX_Task_processInstanceId", columnList = "processInstanceId"),
                @Index(name = "IDX_Task_status", columnList = "status"),
                @Index(name = "IDX_Task_archived", columnList = "archived")
            })
    static class Task {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "taskIdSeq")
        @SequenceGenerator(name = "taskIdSeq", sequenceName = "TASK_ID_SEQ")
        @Column(name = "id")
        Long id;

        @Version
        @Column(name = "OPTLOCK")
        Integer version;

        @Column(name = "archived")
        Short archived;

        @Column(name = "allowedToDelegate")
        @Enumerated(EnumType.STRING)
        AllowedToDelegate allowedToDelegate;

        @Column(name = "name")
        String name;

        @Column(name = "subject", length = 4000)
        String subject;

        @Column(name = "description", length = 4000)
        String description;

        @Column(name = "priority")
        int priority;

        @OneToMany
        @JoinColumn(name = "Task_Names_Id")
        List<I18nText> names;

        @OneToMany
        @JoinColumn(name = "Task_Subjects_Id")
        List<I18nText> subjects;

        @OneToMany
        @JoinColumn(name = "Task_Descriptions_Id")
        List<I18nText> descriptions;

        @Embedded
        PeopleAssignments peopleAssignments;

        @Embedded
        TaskData taskData;

        @Embedded
        Deadlines deadlines;

        @Column(name = "taskType")
        String taskType;

        @Column(name = "formName")
        String formName;

        @Enumerated(EnumType.STRING)
        @Column(name = "subTaskStrategy")
        SubTasksStrategy subTaskStrategy;
    }

    /** Who may take it over. */
    enum AllowedToDelegate {
        ANYBODY,
        NOBODY,
        POTENTIALOWNERS,
        OTHER
    }

    /** What becomes of a task when its parts end. */
    enum SubTasksStrategy {
        NoAction,
        EndParentOnAllSubTasksEnd,
        SkipAllSubTasksOnParentSkip
    }

    @Embeddable
    static class PeopleAssignments {
        @ManyToOne
        @JoinColumn(name = "taskInitiator_id")
        User taskInitiator;

        @ManyToMany
        @JoinTable(
                name = "PeopleAssignments_PotOwners",
                joinColumns = @JoinColumn(name = "task_id"),
                inverseJoinColumns = @JoinColumn(name = "entity_id"),
                indexes = @Index(name = "IDX_PAsPot_TaskEntity", columnList = "task_id, entity_id"))
        List<OrganizationalEntity> potentialOwners;

        @ManyToMany
        @JoinTable(
                name = "PeopleAssignments_ExclOwners",
                joinColumns = @JoinColumn(name = "task_id"),
                inverseJoinColumns = @JoinColumn(name = "entity_id"))
        List<OrganizationalEntity> excludedOwners;

        @ManyToMany
        @JoinTable(
                name = "PeopleAssignments_Stakeholders",
                joinColumns = @JoinColumn(name = "task_id"),
                inverseJoinColumns = @JoinColumn(name = "entity_id"))
        List<OrganizationalEntity> taskStakeholders;

        @ManyToMany
        @JoinTable(
                name = "PeopleAssignments_BAs",
                joinColumns = @JoinColumn(name = "task_id"),
                inverseJoinColumns = @JoinColumn(name = "entity_id"))
        List<OrganizationalEntity> businessAdministrators;
    }

    @Embeddable
    static class TaskData {
        @Enumerated(EnumType.STRING)
        @Column(name = "status")
        Status status;

        @Enumerated(EnumType.ORDINAL)
        @Column(name = "previousStatus")
        Status previousStatus;

        @ManyToOne
        @JoinColumn(name = "actualOwner_id")
        User actualOwner;

        @ManyToOne
        @JoinColumn(name = "createdBy_id")
        User createdBy;

        @Column(name = "createdOn")
        LocalDateTime createdOn;

        @Column(name = "activationTime")
        LocalDateTime activationTime;

        @Column(name = "expirationTime")
        LocalDateTime expirationTime;

        @Column(name = "skipable")
        boolean skipable;

        @Column(name = "workItemId")
        long workItemId;

        @Column(name = "processInstanceId")
        long processInstanceId;

        @Column(name = "documentType")
        String documentType;

        @Column(name = "documentContentId")
        long documentContentId;

        @Column(name = "faultName")
        String faultName;

        @Column(name = "parentId")
        long parentId;

        @Column(name = "processId")
        String processId;

        @Column(name = "deploymentId")
        String deploymentId;

        @OneToMany
        @JoinColumn(name = "TaskData_Comments_Id")
        List<Comment> comments;

        @OneToMany
        @JoinColumn(name = "TaskData_Attachments_Id")
        List<Attachment> attachments;
    }

    @Embeddable
    static class Deadlines {
        @OneToMany
        @JoinColumn(name = "Deadlines_StartDeadLine_Id")
        List<Deadline> startDeadlines;

        @OneToMany
        @JoinColumn(name = "Deadlines_EndDeadLine_Id")
        List<Deadline> endDeadlines;
    }

    @Entity
    @Table(
            name = "I18NText",
            indexes = {@Index(name = "IDX_I18NText_language", columnList = "language, shortText")})
    static class I18nText {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "i18nTextIdSeq")
        @SequenceGenerator(name = "i18nTextIdSeq", sequenceName = "I18NTEXT_ID_SEQ", allocationSize = 1)
        Long id;

        @Column(name = "language")
        String language;

        @Column(name = "shortText")
        String shortText;

        @Lob
        @Column(name = "text", length = 65535)
        String text;
    }

    @Entity
    @Table(name = "task_comment")
    static class Comment {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "commentIdSeq")
        @SequenceGenerator(name = "commentIdSeq", sequenceName = "COMMENT_ID_SEQ", allocationSize = 1)
        Long id;

        @Lob
        @Column(length = 65535)
        String text;

        @Column(name = "addedAt")
        LocalDateTime addedAt;

        @ManyToOne
        @JoinColumn(name = "addedBy_id")
        User addedBy;
    }

    @Entity
    @Table(name = "Attachment")
    static class Attachment {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "attachmentIdSeq")
        @SequenceGenerator(name = "attachmentIdSeq", sequenceName = "ATTACHMENT_ID_SEQ", allocationSize = 1)
        Long id;

        String name;

        @Column(name = "accessType")
        int accessType;

        @Column(name = "attachmentContentId")
        long attachmentContentId;

        @Column(name = "attachedAt")
        LocalDateTime attachedAt;

        @ManyToOne
        @JoinColumn(name = "attachedBy_id")
        User attachedBy;

        @Column(name = "attachment_size")
        int size;
    }

    @Entity
    @Table(name = "Content")
    static class Content {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "contentIdSeq")
        @SequenceGenerator(name = "contentIdSeq", sequenceName = "CONTENT_ID_SEQ", allocationSize = 1)
        Long id;

        @Lob
        @Column(length = 2147483647)
        byte[] content;
    }

    @Entity
    @Table(name = "Deadline")
    static class Deadline {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "deadlineIdSeq")
        @SequenceGenerator(name = "deadlineIdSeq", sequenceName = "DEADLINE_ID_SEQ", allocationSize = 1)
        Long id;

        @OneToMany
        @JoinColumn(name = "Deadline_Documentation_Id")
        List<I18nText> documentation;

        @Column(name = "deadline_date")
        LocalDateTime date;

        @OneToMany
        @JoinColumn(name = "Deadline_Escalation_Id")
        List<Escalation> escalations;

        Short escalated;
    }

    @Entity
    @Table(name = "Escalation")
    static class Escalation {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "escalationIdSeq")
        @SequenceGenerator(name = "escalationIdSeq", sequenceName = "ESCALATION_ID_SEQ", allocationSize = 1)
        Long id;

        String name;

        @OneToMany
        @JoinColumn(name = "Escalation_Constraints_Id")
        List<BooleanExpression> constraints;

        @OneToMany
        @JoinColumn(name = "Escalation_Notifications_Id")
        List<Notification> notifications;

        @OneToMany
        @JoinColumn(name = "Escalation_Reassignments_Id")
        List<Reassignment> reassignments;
    }

    @Entity
    @Table(name = "BooleanExpression")
    static class BooleanExpression {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "booleanExprIdSeq")
        @SequenceGenerator(name = "booleanExprIdSeq", sequenceName = "BOOLEANEXPR_ID_SEQ", allocationSize = 1)
        Long id;

        String type;

        @Lob
        String expression;
    }

    @Entity
    @Table(name = "Notification")
    @Inheritance(strategy = InheritanceType.SINGLE_TABLE)
    @DiscriminatorColumn(name = "DTYPE")
    static class Notification {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "notificationIdSeq")
        @SequenceGenerator(name = "notificationIdSeq", sequenceName = "NOTIFICATION_ID_SEQ", allocationSize = 1)
        Long id;

        @OneToMany
        @JoinColumn(name = "Notification_Documentation_Id")
        List<I18nText> documentation;

        int priority;

        @ManyToMany
        @JoinTable(
                name = "Notification_Recipients",
                joinColumns = @JoinColumn(name = "task_id"),
                inverseJoinColumns = @JoinColumn(name = "entity_id"))
        List<OrganizationalEntity> recipients;

        @ManyToMany
        @JoinTable(
                name = "Notification_BAs",
                joinColumns = @JoinColumn(name = "task_id"),
                inverseJoinColumns = @JoinColumn(name = "entity_id"))
        List<OrganizationalEntity> businessAdministrators;

        @OneToMany
        @JoinColumn(name = "Notification_Names_Id")
        List<I18nText> names;

        @OneToMany
        @JoinColumn(name = "Notification_Subjects_Id")
        List<I18nText> subjects;

        @OneToMany
        @JoinColumn(name = "Notification_Descriptions_Id")
        List<I18nText> descriptions;
    }

    @Entity
    static class EmailNotification extends Notification {
        @OneToMany
        @MapKey(name = "language")
        @JoinTable(
                name = "Notification_email_header",
                joinColumns = @JoinColumn(name = "Notification_id"),
                inverseJoinColumns = @JoinColumn(name = "emailHeaders_id"))
        Map<String, EmailHeader> emailHeaders;
    }

    @Entity
    @Table(name = "email_header")
    static class EmailHeader {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "emailNotificationIdSeq")
        @SequenceGenerator(name = "emailNotificationIdSeq", sequenceName = "EMAILNOTIFHEAD_ID_SEQ", allocationSize = 1)
        Long id;

        String language;
        String subject;

        @Column(name = "fromAddress")
        String from;

        @Column(name = "replyToAddress")
        String replyTo;

        @Lob
        @Column(length = 65535)
        String body;
    }

    @Entity
    @Table(name = "Reassignment")
    static class Reassignment {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "reassignmentIdSeq")
        @SequenceGenerator(name = "reassignmentIdSeq", sequenceName = "REASSIGNMENT_ID_SEQ", allocationSize = 1)
        Long id;

        @OneToMany
        @JoinColumn(name = "Reassignment_Documentation_Id")
        List<I18nText> documentation;

        @ManyToMany
        @JoinTable(
                name = "Reassignment_potentialOwners",
                joinColumns = @JoinColumn(name = "task_id"),
                inverseJoinColumns = @JoinColumn(name = "entity_id"))
        List<OrganizationalEntity> potentialOwners;
    }

    @Entity
    @Table(name = "OrganizationalEntity")
    @Inheritance(strategy = InheritanceType.SINGLE_TABLE)
    @DiscriminatorColumn(name = "DTYPE")
    abstract static class OrganizationalEntity {
        @Id
        @Column(name = "id")
        String id;
    }

    @Entity
    static class User extends OrganizationalEntity {}

    @Entity
    static class Group extends OrganizationalEntity {}

    @Entity
    @Table(name = "TaskEvent", indexes = @Index(name = "IDX_TaskEvent_taskId", columnList = "taskId"))
    static class TaskEvent {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "taskEventIdSeq")
        @SequenceGenerator(name = "taskEventIdSeq", sequenceName = "TASK_EVENT_ID_SEQ")
        Long id;

        @Version
        @Column(name = "OPTLOCK")
        Integer version;

        @Column(name = "taskId")
        Long taskId;

        @Enumerated(EnumType.STRING)
        TaskEventType type;

        @Column(name = "userId")
        String userId;

        @Column(name = "logTime")
        LocalDateTime logTime;

        @Lob
        String message;
    }

    /** What happened. */
    enum TaskEventType {
        STARTED,
        ACTIVATED,
        COMPLETED,
        FAILED,
        FORWARDED
    }
}
